/** Owns the shop owners' portal: its views speak to the public services of the other modules, in the same process. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "tenancy",
            "mail",
            "tenants",
            "security",
            "bots",
            "knowledge",
            "tone",
            "releases",
            "answering",
            "rules",
            "rollout",
            "conversations",
            "insights",
            "rehearsal",
            "onboarding",
            "operations"
        })
@NullMarked
package io.xiaoer.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
