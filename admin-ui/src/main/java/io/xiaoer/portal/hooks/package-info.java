/** Whom the shop wants told of what happens in its conversations, and the log of what they were told. */
@NullMarked
package io.xiaoer.portal.hooks;

import org.jspecify.annotations.NullMarked;
