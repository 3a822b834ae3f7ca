/** Owns test cases and what came of running them, and what a change of a rule would do before it is made. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "tenancy",
            "tenants",
            "bots",
            "knowledge",
            "knowledge :: sheet",
            "rules",
            "releases",
            "answering",
            "rollout",
            "conversations",
            "shopdata"
        })
@NullMarked
package io.xiaoer.rehearsal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
