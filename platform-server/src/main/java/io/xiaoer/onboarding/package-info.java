/** Owns vertical packs: sign-up applies one to a new shop, upgrades bring newer versions of it, and what shops of a trade are asked improves it. */
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
            "operations",
            "insights",
            "database"
        })
@NullMarked
package io.xiaoer.onboarding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
