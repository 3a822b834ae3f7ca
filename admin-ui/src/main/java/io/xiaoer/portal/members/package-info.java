@NullMarked
package io.xiaoer.portal.members;

import org.jspecify.annotations.NullMarked;
