/** Parts that several views about words share: differences, chat bubbles, chips, what to do about unsaved work. */
@NullMarked
package io.xiaoer.portal.words;

import org.jspecify.annotations.NullMarked;
