/** Where people take over from the bot: who waits, what was said, who the shopper is. */
@NullMarked
package io.xiaoer.portal.inbox;

import org.jspecify.annotations.NullMarked;
