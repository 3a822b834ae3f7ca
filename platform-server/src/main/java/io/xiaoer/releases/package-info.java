/** Owns publishing: immutable content, its compiled form, what differs between two releases. */
@ApplicationModule(allowedDependencies = {"shared", "tenancy", "tenants", "bots", "knowledge", "tone"})
@NullMarked
package io.xiaoer.releases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
