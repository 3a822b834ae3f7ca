/** What was meant: normalising, matching, calibrated probabilities, and messages that arrive in pieces. */
@NullMarked
package io.xiaoer.answering.understanding;

import org.jspecify.annotations.NullMarked;
