/** Owns a shop's bots: widget keys and secrets, allowed origins, entry placement, theme, fallback. */
@ApplicationModule(allowedDependencies = {"shared", "tenancy", "tenants", "database"})
@NullMarked
package io.xiaoer.bots;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
