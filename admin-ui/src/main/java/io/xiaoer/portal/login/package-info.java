@NullMarked
package io.xiaoer.portal.login;

import org.jspecify.annotations.NullMarked;
