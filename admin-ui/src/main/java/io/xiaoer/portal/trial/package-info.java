@NullMarked
package io.xiaoer.portal.trial;

import org.jspecify.annotations.NullMarked;
