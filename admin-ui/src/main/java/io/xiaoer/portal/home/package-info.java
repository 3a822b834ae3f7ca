@NullMarked
package io.xiaoer.portal.home;

import org.jspecify.annotations.NullMarked;
