/** What a bot's owners look back at: days in numbers, what is asked when, what is asked most, and each day in short. */
@NullMarked
package io.xiaoer.portal.reports;

import org.jspecify.annotations.NullMarked;
