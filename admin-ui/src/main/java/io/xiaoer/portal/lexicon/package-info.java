/** Synonyms and the shop's own words. */
@NullMarked
package io.xiaoer.portal.lexicon;

import org.jspecify.annotations.NullMarked;
