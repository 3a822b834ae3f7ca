@NullMarked
package io.xiaoer.mail.internal;

import org.jspecify.annotations.NullMarked;
