/** Owns the pages of shoppers and their orders. */
@NullMarked
package io.xiaoer.portal.shoppers;

import org.jspecify.annotations.NullMarked;
