@NullMarked
package io.xiaoer.insights.internal;

import org.jspecify.annotations.NullMarked;
