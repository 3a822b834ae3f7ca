/** The vendor's own rooms: how all shops are doing, and suspending one. No view here can show what a shop says. */
@NullMarked
package io.xiaoer.portal.vendor;

import org.jspecify.annotations.NullMarked;
