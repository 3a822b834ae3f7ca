/** Owns what became of shoppers' questions: outcomes as facts, and every share derived from them when it is asked for. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "tenancy",
            "tenants",
            "bots",
            "conversations",
            "knowledge",
            "releases",
            "answering",
            "rollout",
            "rehearsal",
            "shopdata"
        })
@NullMarked
package io.xiaoer.insights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
