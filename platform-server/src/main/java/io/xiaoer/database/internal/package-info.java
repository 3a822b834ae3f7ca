@NullMarked
package io.xiaoer.database.internal;

import org.jspecify.annotations.NullMarked;
