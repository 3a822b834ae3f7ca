/** Letting the bot out step by step: stages and what they ask for, who takes part in the pilot, and how it goes. */
@NullMarked
package io.xiaoer.portal.pilot;

import org.jspecify.annotations.NullMarked;
