/** Telling shops' systems what happens: noted with what happened, told afterwards, again and again until it is heard. */
@NullMarked
package io.xiaoer.connectors.internal.hooks;

import org.jspecify.annotations.NullMarked;
