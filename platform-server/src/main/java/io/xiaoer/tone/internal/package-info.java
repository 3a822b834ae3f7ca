@NullMarked
package io.xiaoer.tone.internal;

import org.jspecify.annotations.NullMarked;
