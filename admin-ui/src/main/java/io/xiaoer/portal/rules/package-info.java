/** The shop's rules: what they say, what a change of one would mean, and which holds when. */
@NullMarked
package io.xiaoer.portal.rules;

import org.jspecify.annotations.NullMarked;
