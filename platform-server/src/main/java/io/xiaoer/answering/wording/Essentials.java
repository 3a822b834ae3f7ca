package io.xiaoer.answering.wording;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an answer must not lose or gain by the way it is said: numbers with amounts, dates and times, links, and the words that make a
 * condition.
 */
public final class Essentials {

    private static final Pattern LINK = Pattern.compile("(?:https?://|www\\.)[!-~]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern CODE = Pattern.compile(
            "[\\p{Sc}]?[0-9A-Za-z]*[0-9][0-9A-Za-z]*(?:[.,:/\\-~×*+][0-9A-Za-z]*[0-9][0-9A-Za-z]*)*[%‰+]*");
    private static final Pattern NUMERAL = Pattern.compile("[〇零一二两三四五六七八九十百千万半几]+");
    private static final Pattern UNIT = Pattern.compile(
            "(?<=[0-9〇零一二两三四五六七八九十百千万半几])\\s*(?:个?工作日|小时|分钟|个月|元|块|折|天|日|月|年|周|点|号|件|次|张|倍|公斤|kg|g|ml|cm)");

    /** The longer ones first: each piece of a text is counted once. */
    private static final Pattern CONDITION = Pattern.compile(String.join(
            "|",
            "如果|假如|要是|除非|除外|除了|否则|另外|另付|不包括|不支持|不参与|不适用|不超过|不低于|不少于|不能|不可|不会|不用|不需|不要|不",
            "未拆封|未签收|未发货|未使用|未|没有|没|无需|无法|无理由|无|非|别|勿|禁止|谢绝|拒绝",
            "仅限|仅|只限|只能|只有|只要|只|限量|限时|限|必须|务必|一定|需要|须|需|得先|应当|应",
            "满|超过|超出|不足|至少|最少|最多|最低|最高|以内|之内|内|以上|以下|以前|以后|之前|之后|前|后|截止|截至|起|止|每|全部|部分|任意",
            "可以|可|能|免费|包邮|自理|承担|才|或|且|同时|但是|但|否|是否|吗|么"));

    private static final Pattern CONDITION_EN = Pattern.compile(
            "\\b(?:not|no|never|cannot|can't|don't|doesn't|won't|isn't|aren't|without|unless|except|only|if|until|before|after|within|at least|at most|"
                    + "more than|less than|over|under|up to|must|need|needs|required|may|can|and|or|but|free|unopened|unused|each|every|all|any)\\b");

    private Essentials() {}

    /** All of them, as often as they are there, in their order. */
    public static List<String> of(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        List<String> found = new ArrayList<>();
        String left = take(LINK, folded, found);
        take(UNIT, left, found);
        left = take(CODE, left, found);
        take(NUMERAL, left, found);
        take(CONDITION, left, found);
        take(CONDITION_EN, left, found);
        return found;
    }

    /** Adds what matches, and gives back the text without it. */
    private static String take(Pattern pattern, String text, List<String> found) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group().strip());
        }
        return matcher.replaceAll(" ");
    }
}
