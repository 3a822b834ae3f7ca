@NullMarked
package io.xiaoer.knowledge.internal;

import org.jspecify.annotations.NullMarked;
