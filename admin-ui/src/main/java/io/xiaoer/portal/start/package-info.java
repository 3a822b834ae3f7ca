/** From a shop just opened to a bot that its staff talk to: the wizard, and the list of what is left. */
@NullMarked
package io.xiaoer.portal.start;

import org.jspecify.annotations.NullMarked;
