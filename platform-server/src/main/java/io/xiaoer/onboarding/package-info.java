/** Owns sign-up: applies a vertical pack to a new shop. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "tenancy",
            "tenants",
            "bots",
            "knowledge",
            "tone",
            "releases",
            "rollout",
            "conversations"
        })
@NullMarked
package io.xiaoer.onboarding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
