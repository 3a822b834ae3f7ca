/** Owns tone profiles: how a shop's clerk addresses people and what it never says. */
@ApplicationModule(allowedDependencies = {"shared", "tenancy", "bots"})
@NullMarked
package io.xiaoer.tone;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
