package io.xiaoer.answering.understanding;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.text.Normalizer.Form;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** One form for all spellings of a text, so that width, case, script, emoji and repeated marks make no difference. */
public final class Normalizer {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\[[^\\[\\]]{1,12}]");
    private static final Pattern WHITE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern REPEATED_MARK = Pattern.compile("([\\p{P}\\p{S}~])[\\p{P}\\p{S}~]+");
    private static final Pattern REPEATED_HAN = Pattern.compile("(\\p{IsHan})\\1{2,}");
    private static final List<String> OPENINGS = List.of(
            "我想请问一下", "我想请问", "我想问一下", "我想问下", "我想问", "想请问一下", "想请问", "想问一下", "想问下", "想问", "请问一下", "请问下", "请问", "问一下",
            "问下", "麻烦问下", "麻烦问一下", "你好", "您好", "亲亲", "亲", "哈喽", "hello", "hi", "那个");
    private static final List<String> CLOSINGS = List.of(
            "谢谢你", "谢谢您", "谢谢", "谢了", "多谢", "亲亲", "亲", "吗", "呢", "啊", "呀", "哦", "嘛", "吧", "噢", "哈", "啦", "哟", "喔", "捏",
            "咧");
    private static final Pattern ONLY_GREETING =
            Pattern.compile("((你好|您好|亲亲|亲|哈喽|hello|hi|嗨|在吗|在么|在不在|有人吗|有人在吗|客服|店家)[啊呀呢哦]?[\\s\\p{P}]*)+");
    private static final BitSet TRADITIONAL = traditional();

    private Normalizer() {}

    /** The form that is matched: half width, simplified, lower case, no placeholders such as {@code [订单x]}, no emoji, one space at most. */
    public static String normalise(String text) {
        String s = java.text.Normalizer.normalize(text, Form.NFKC);
        s = PLACEHOLDER.matcher(s).replaceAll(" ");
        s = withoutInvisibles(s);
        if (s.chars().anyMatch(TRADITIONAL::get)) {
            s = ZhConverterUtil.toSimple(s);
        }
        s = s.toLowerCase(Locale.ROOT);
        s = WHITE.matcher(s).replaceAll(" ");
        s = REPEATED_MARK.matcher(s).replaceAll("$1");
        s = REPEATED_HAN.matcher(s).replaceAll("$1$1");
        return s.strip();
    }

    /** Whether a normalised text only greets. */
    static boolean isGreeting(String normalised) {
        return ONLY_GREETING.matcher(normalised).matches();
    }

    /** The form that is compared for equality: a normalised text without marks, white space, greetings, thanks and sentence particles. */
    public static String bare(String normalised) {
        var letters = new StringBuilder(normalised.length());
        normalised.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        String s = letters.toString();
        while (true) {
            String shorter = withoutOne(s);
            if (shorter.equals(s)) {
                return s;
            }
            s = shorter;
        }
    }

    private static String withoutOne(String s) {
        for (String opening : OPENINGS) {
            if (s.length() > opening.length() && s.startsWith(opening)) {
                return s.substring(opening.length());
            }
        }
        for (String closing : CLOSINGS) {
            if (s.length() > closing.length() && s.endsWith(closing)) {
                return s.substring(0, s.length() - closing.length());
            }
        }
        return s;
    }

    private static String withoutInvisibles(String s) {
        var visible = new StringBuilder(s.length());
        s.codePoints().forEach(c -> {
            int type = Character.getType(c);
            if (Character.isWhitespace(c) || Characters.isEmoji(c)) {
                visible.append(' ');
            } else if (type != Character.CONTROL
                    && type != Character.FORMAT
                    && type != Character.SURROGATE
                    && type != Character.PRIVATE_USE
                    && type != Character.UNASSIGNED) {
                visible.appendCodePoint(c);
            }
        });
        return visible.toString();
    }

    private static BitSet traditional() {
        var set = new BitSet();
        for (char c = 0x4E00; c < 0xA000; c++) {
            String s = String.valueOf(c);
            if (!ZhConverterUtil.toSimple(s).equals(s)) {
                set.set(c);
            }
        }
        return set;
    }
}
