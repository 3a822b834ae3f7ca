@NullMarked
package io.xiaoer.portal.signup;

import org.jspecify.annotations.NullMarked;
