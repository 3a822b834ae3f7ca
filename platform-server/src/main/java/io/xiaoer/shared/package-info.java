/** Owns the tiny types every module speaks: problems, pages, ids, text checks. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.xiaoer.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
