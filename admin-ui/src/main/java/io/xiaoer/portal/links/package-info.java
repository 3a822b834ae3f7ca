@NullMarked
package io.xiaoer.portal.links;

import org.jspecify.annotations.NullMarked;
