/** Owns sign-up, which applies a vertical pack to a new shop, and the first steps of its owner. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "tenancy",
            "tenants",
            "security",
            "bots",
            "knowledge",
            "tone",
            "releases",
            "answering",
            "rollout",
            "conversations",
            "rehearsal",
            "rules",
            "shopdata",
            "operations"
        })
@NullMarked
package io.xiaoer.onboarding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
