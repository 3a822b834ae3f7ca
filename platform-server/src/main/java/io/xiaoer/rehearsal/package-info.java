/** Owns what a change would do before it is made. */
@ApplicationModule(allowedDependencies = {"shared", "tenancy", "bots", "knowledge", "rules"})
@NullMarked
package io.xiaoer.rehearsal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
