/** Test cases: what a bot is held to, and what came of asking it. */
@NullMarked
package io.xiaoer.portal.rehearsal;

import org.jspecify.annotations.NullMarked;
