/** Files of entries: from bytes to rows of cells and back, without a database. */
@NullMarked
package io.xiaoer.knowledge.internal.sheet;

import org.jspecify.annotations.NullMarked;
