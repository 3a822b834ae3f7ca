/** Owns which release is live for whom: stages, staff, publish and rollback. */
@ApplicationModule(allowedDependencies = {"shared", "tenancy", "tenants", "bots", "releases", "shopdata"})
@NullMarked
package io.xiaoer.rollout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
