/** Many entries at once: a file is checked, looked at, confirmed, and watched while it is applied. */
@NullMarked
package io.xiaoer.portal.imports;

import org.jspecify.annotations.NullMarked;
