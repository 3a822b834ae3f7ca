package io.xiaoer.answering.understanding;

import io.xiaoer.answering.wording.Rehearsed;
import io.xiaoer.releases.ReleaseContent;
import io.xiaoer.releases.ReleasedEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A text of an entry as it is searched.
 *
 * @param entry index of the entry in the release
 * @param text normalised, with initials spelled out
 */
public record IndexedText(int entry, Kind kind, String text) {

    /** What the text is to its entry. */
    public enum Kind {
        /** A way to ask: searched by meaning and by terms. */
        ASKED,
        /** A title such as "a/b" whose parts are searched instead; it only counts when the message is the same. */
        WHOLE,
        ANSWER,
        KEYWORD;

        boolean hasVector() {
            return this == ASKED || this == ANSWER;
        }
    }

    /** Whether the text is searched by meaning. */
    public boolean hasVector() {
        return kind.hasVector();
    }

    /** All texts of a release, entry by entry, none twice within an entry. */
    public static List<IndexedText> of(ReleaseContent content) {
        var terms = new Terms(content.words(), content.synonyms());
        var texts = new ArrayList<IndexedText>();
        for (int e = 0; e < content.entries().size(); e++) {
            ReleasedEntry entry = content.entries().get(e);
            Set<String> asked = new LinkedHashSet<>();
            Set<String> whole = new LinkedHashSet<>();
            split(normal(entry.question(), terms), asked, whole);
            entry.similar().forEach(similar -> split(normal(similar, terms), asked, whole));
            for (String text : asked) {
                texts.add(new IndexedText(e, Kind.ASKED, text));
            }
            for (String text : whole) {
                texts.add(new IndexedText(e, Kind.WHOLE, text));
            }
            String answer = normal(Rehearsed.toStrangers(entry.answer(), content.shopName(), content.locale()), terms);
            if (!answer.isEmpty()) {
                texts.add(new IndexedText(e, Kind.ANSWER, answer.substring(0, Math.min(200, answer.length()))));
            }
            var keywords = new HashSet<String>();
            for (String keyword : entry.keywords()) {
                String text = normal(keyword, terms);
                if (!text.isEmpty() && keywords.add(text)) {
                    texts.add(new IndexedText(e, Kind.KEYWORD, text));
                }
            }
        }
        return List.copyOf(texts);
    }

    private static String normal(String text, Terms terms) {
        return terms.spelledOut(Normalizer.normalise(text));
    }

    private static void split(String text, Set<String> asked, Set<String> whole) {
        String[] parts = text.split("/");
        boolean splits = parts.length > 1;
        for (String part : parts) {
            splits &= part.strip().codePoints().filter(Characters::isHan).count() >= 2;
        }
        if (splits) {
            whole.add(text);
            for (String part : parts) {
                asked.add(part.strip());
            }
        } else if (!Normalizer.bare(text).isEmpty()) {
            asked.add(text);
        }
    }
}
