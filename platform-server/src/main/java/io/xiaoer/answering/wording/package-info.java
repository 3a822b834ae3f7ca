/** How it is said: sandboxed templates and the shop's voice. */
@NullMarked
package io.xiaoer.answering.wording;

import org.jspecify.annotations.NullMarked;
