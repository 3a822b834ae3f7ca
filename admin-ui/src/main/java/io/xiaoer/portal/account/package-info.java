@NullMarked
package io.xiaoer.portal.account;

import org.jspecify.annotations.NullMarked;
