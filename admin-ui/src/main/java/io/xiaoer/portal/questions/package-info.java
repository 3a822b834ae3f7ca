/** What shoppers asked and were not answered well, each question once, and the ways to mend it. */
@NullMarked
package io.xiaoer.portal.questions;

import org.jspecify.annotations.NullMarked;
