@NullMarked
package io.xiaoer.answering.internal;

import org.jspecify.annotations.NullMarked;
