@NullMarked
package io.xiaoer.portal.frame;

import org.jspecify.annotations.NullMarked;
