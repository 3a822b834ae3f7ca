@NullMarked
package io.xiaoer.security.internal;

import org.jspecify.annotations.NullMarked;
