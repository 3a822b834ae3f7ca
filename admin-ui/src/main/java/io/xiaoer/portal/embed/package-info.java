/** How shoppers reach a bot: links, snippets, and the settings that count at once. */
@NullMarked
package io.xiaoer.portal.embed;

import org.jspecify.annotations.NullMarked;
