@NullMarked
package io.xiaoer.tenancy.internal;

import org.jspecify.annotations.NullMarked;
