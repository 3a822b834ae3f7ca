@NullMarked
package io.xiaoer.rollout.internal;

import org.jspecify.annotations.NullMarked;
