package io.xiaoer.onboarding.internal;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The form in which what shoppers of different shops say can be the same: without width, case, marks, greetings and particles. What is long,
 * or has something of a person left in it, has none. Pure.
 */
final class PhraseText {

    private static final int FEWEST = 2;
    private static final int MOST = 24;

    /** What redaction puts in the place of something personal. */
    private static final Pattern TAKEN_OUT = Pattern.compile("\\[[^\\[\\]]{1,12}]");

    private static final Pattern IDENTIFIER = Pattern.compile("\\p{Nd}{4}");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final Pattern BESIDE_HAN = Pattern.compile("(?<=\\p{IsHan}) | (?=\\p{IsHan})");
    private static final List<String> OPENINGS =
            List.of("请问一下", "请问", "想问一下", "想问", "问一下", "你好", "您好", "亲", "hello ", "hi ");
    private static final List<String> CLOSINGS =
            List.of("谢谢", "吗", "呢", "啊", "呀", "哦", "嘛", "吧", "么", "哈", "啦", "亲", " please", " thanks");

    private PhraseText() {}

    /** @param text that was redacted */
    static Optional<String> of(String text) {
        if (TAKEN_OUT.matcher(text).find()) {
            return Optional.empty();
        }
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String spaced = NO_LETTER.matcher(folded).replaceAll(" ").strip();
        String bare = withoutCourtesy(BESIDE_HAN.matcher(spaced).replaceAll(""));
        int length = bare.codePointCount(0, bare.length());
        boolean isNumber = bare.chars().noneMatch(Character::isLetter);
        return length < FEWEST
                        || length > MOST
                        || isNumber
                        || IDENTIFIER.matcher(bare).find()
                ? Optional.empty()
                : Optional.of(bare);
    }

    private static String withoutCourtesy(String text) {
        String left = text;
        while (true) {
            String before = left;
            for (String opening : OPENINGS) {
                if (left.length() > opening.length() && left.startsWith(opening)) {
                    left = left.substring(opening.length()).strip();
                }
            }
            for (String closing : CLOSINGS) {
                if (left.length() > closing.length() && left.endsWith(closing)) {
                    left = left.substring(0, left.length() - closing.length()).strip();
                }
            }
            if (left.equals(before)) {
                return left;
            }
        }
    }
}
