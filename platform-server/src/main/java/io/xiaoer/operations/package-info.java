/** Owns what vendor staff see of all shops, in figures only, and what they may do to one: suspend it and let it go on. */
@ApplicationModule(allowedDependencies = {"shared", "tenancy", "tenants", "database"})
@NullMarked
package io.xiaoer.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
