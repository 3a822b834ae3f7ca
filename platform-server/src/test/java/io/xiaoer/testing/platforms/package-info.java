/** Platforms as their documentation describes them; they share no code with the bridges to them. */
@NullMarked
package io.xiaoer.testing.platforms;

import org.jspecify.annotations.NullMarked;
