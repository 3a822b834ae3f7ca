/** What a newer version of a shop's pack would bring, taking it, and taking it back. */
@NullMarked
package io.xiaoer.portal.upgrades;

import org.jspecify.annotations.NullMarked;
