/** Owns typed shop rules with effective dates and versions, and the pure calculators over them. */
@ApplicationModule(allowedDependencies = {"shared", "tenancy"})
@NullMarked
package io.xiaoer.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
