package io.xiaoer.releases;

import io.xiaoer.tone.ToneProfile;
import java.util.List;

/**
 * The words of one release: everything the engine needs to understand and to speak, and nothing live.
 *
 * @param shopName the shop's name as answers may say it
 * @param locale BCP 47 tag, {@code zh-CN} or {@code en}
 * @param entries enabled entries only
 * @param synonyms groups of words that can replace each other; the first of a group is canonical
 * @param words the trade's own words, kept whole when text is cut into words
 */
public record ReleaseContent(
        String shopName,
        String locale,
        List<ReleasedEntry> entries,
        List<List<String>> synonyms,
        List<String> words,
        ToneProfile tone) {

    public ReleaseContent {
        entries = List.copyOf(entries);
        synonyms = synonyms.stream().map(List::copyOf).toList();
        words = List.copyOf(words);
    }
}
