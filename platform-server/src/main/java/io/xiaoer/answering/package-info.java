/** Owns the pure engine: a message and a release in, a plan out; a plan and facts in, a worded reply out. */
@ApplicationModule(
        allowedDependencies = {"shared", "tenancy", "bots", "releases", "knowledge", "tone", "rules", "shopdata"})
@NullMarked
package io.xiaoer.answering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
