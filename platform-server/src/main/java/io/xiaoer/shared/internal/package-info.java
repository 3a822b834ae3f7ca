@NullMarked
package io.xiaoer.shared.internal;

import org.jspecify.annotations.NullMarked;
