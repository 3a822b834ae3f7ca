/** Owns which tenant is bound: the scope, its binding to row-level security, the directory, tenant-aware jobs and listeners. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package io.xiaoer.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
