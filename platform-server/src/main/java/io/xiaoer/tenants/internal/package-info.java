@NullMarked
package io.xiaoer.tenants.internal;

import org.jspecify.annotations.NullMarked;
