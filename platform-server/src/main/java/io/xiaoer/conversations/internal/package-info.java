@NullMarked
package io.xiaoer.conversations.internal;

import org.jspecify.annotations.NullMarked;
