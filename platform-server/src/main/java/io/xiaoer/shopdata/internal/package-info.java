@NullMarked
package io.xiaoer.shopdata.internal;

import org.jspecify.annotations.NullMarked;
