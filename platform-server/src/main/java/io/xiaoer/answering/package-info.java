/** The pure engine: a message and a release in, a plan out; a plan and facts in, a worded reply out. */
@NullMarked
package io.xiaoer.answering;

import org.jspecify.annotations.NullMarked;
