/** Owns how shops' own systems are connected: look-ups at question time, webhooks in and out, and how well each way works. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "tenancy",
            "tenants",
            "database",
            "bots",
            "rollout",
            "conversations",
            "shopdata",
            "rules"
        })
@NullMarked
package io.xiaoer.connectors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
