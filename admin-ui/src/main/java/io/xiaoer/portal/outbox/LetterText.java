package io.xiaoer.portal.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A letter's plain text, cut at its links. */
final class LetterText {

    private static final Pattern LINK = Pattern.compile("https?://[\\w.:/?#=&%~+-]+");

    private LetterText() {}

    /** A stretch of text, or a link. */
    record Piece(String text, boolean isLink) {}

    static List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher links = LINK.matcher(text);
        int end = 0;
        while (links.find()) {
            if (links.start() > end) {
                pieces.add(new Piece(text.substring(end, links.start()), false));
            }
            pieces.add(new Piece(links.group(), true));
            end = links.end();
        }
        if (end < text.length()) {
            pieces.add(new Piece(text.substring(end), false));
        }
        return pieces;
    }
}
