/** All entries of a bot: finding them, and doing one thing to several. */
@NullMarked
package io.xiaoer.portal.knowledge;

import org.jspecify.annotations.NullMarked;
