@NullMarked
package io.xiaoer.bots.internal;

import org.jspecify.annotations.NullMarked;
