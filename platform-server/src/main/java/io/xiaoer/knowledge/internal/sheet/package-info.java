/** Files of entries, and other tables: from bytes to rows of cells and back, without a database. */
@NamedInterface("sheet")
@NullMarked
package io.xiaoer.knowledge.internal.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
