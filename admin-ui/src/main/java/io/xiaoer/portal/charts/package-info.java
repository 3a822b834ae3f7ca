/** Numbers as pictures, and as a table for those who would rather read. */
@NullMarked
package io.xiaoer.portal.charts;

import org.jspecify.annotations.NullMarked;
