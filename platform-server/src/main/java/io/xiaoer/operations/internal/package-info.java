@NullMarked
package io.xiaoer.operations.internal;

import org.jspecify.annotations.NullMarked;
