@NullMarked
package io.xiaoer.portal.released;

import org.jspecify.annotations.NullMarked;
