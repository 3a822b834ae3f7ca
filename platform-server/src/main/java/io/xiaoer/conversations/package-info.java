/** Owns sessions and messages, and orchestrates one turn: message in, reply out. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "tenancy",
            "tenants",
            "security",
            "bots",
            "knowledge",
            "rollout",
            "releases",
            "answering",
            "shopdata"
        })
@NullMarked
package io.xiaoer.conversations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
