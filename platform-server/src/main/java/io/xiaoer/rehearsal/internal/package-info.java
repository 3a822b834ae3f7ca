@NullMarked
package io.xiaoer.rehearsal.internal;

import org.jspecify.annotations.NullMarked;
