/** Owns draft entries with their similar questions and keywords, synonyms and the shop's own words. */
@ApplicationModule(allowedDependencies = {"shared", "tenancy", "bots"})
@NullMarked
package io.xiaoer.knowledge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
