@NullMarked
package io.xiaoer.portal.entry;

import org.jspecify.annotations.NullMarked;
