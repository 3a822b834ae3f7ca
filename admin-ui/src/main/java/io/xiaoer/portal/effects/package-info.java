/** What a change would do, or has done, to what shoppers are told: drawn, counted and in examples. */
@NullMarked
package io.xiaoer.portal.effects;

import org.jspecify.annotations.NullMarked;
