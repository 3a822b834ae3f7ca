@NullMarked
package io.xiaoer.rules.internal;

import org.jspecify.annotations.NullMarked;
