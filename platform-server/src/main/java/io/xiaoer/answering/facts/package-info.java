/** What is true now: the values that an answer may say, loaded once for a turn. */
@NullMarked
package io.xiaoer.answering.facts;

import org.jspecify.annotations.NullMarked;
