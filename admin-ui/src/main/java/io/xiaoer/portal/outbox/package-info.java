@NullMarked
package io.xiaoer.portal.outbox;

import org.jspecify.annotations.NullMarked;
