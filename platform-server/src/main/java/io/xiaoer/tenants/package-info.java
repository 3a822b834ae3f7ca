/** Owns shops and their suspension, their members and roles, and the API clients of their systems. */
@ApplicationModule(allowedDependencies = {"shared", "tenancy"})
@NullMarked
package io.xiaoer.tenants;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
