@NullMarked
package io.xiaoer.portal.sessions;

import org.jspecify.annotations.NullMarked;
