@NullMarked
package io.xiaoer.portal.tone;

import org.jspecify.annotations.NullMarked;
