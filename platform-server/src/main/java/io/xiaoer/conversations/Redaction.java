package io.xiaoer.conversations;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes out of what a shopper wrote what may tell who wrote it: phone numbers, order numbers, e-mail and street
 * addresses, accounts and anything else that looks like an identifier, and names where it is said that they are. Prices, dates and
 * sizes stay.
 */
public final class Redaction {

    /** What is taken out, and what stands in its place. */
    record Rule(Pattern pattern, String replacement) {}

    private static final Pattern FULL_WIDTH_DIGIT = Pattern.compile("[０-９]");

    /** In this order: a later rule sees what the earlier ones left. */
    private static final List<Rule> RULES = Stream.of(accounts(), Addresses.rules(), numbers(), Names.rules())
            .flatMap(List::stream)
            .toList();

    private Redaction() {}

    public static String of(String text) {
        String left = halfWidthDigits(text);
        for (Rule rule : RULES) {
            Matcher matcher = rule.pattern().matcher(left);
            left = matcher.replaceAll(rule.replacement());
        }
        return left;
    }

    private static List<Rule> accounts() {
        return List.of(
                rule("(?i)\\b(?:https?://|www\\.)[^\\s\\p{IsHan}]+", "[链接]"),
                rule("[\\p{Alnum}._%+\\-]+@[\\p{Alnum}\\-]+(?:\\.[\\p{Alnum}\\-]+)+", "[邮箱]"),
                rule(
                        "(?i)((?:微信|薇信|威信|v信|vx|wx|qq|支付宝|旺旺)(?:号|账号|帐号|id)?(?:是|为)?[\\s:：]*)"
                                + "(?=[\\p{Alnum}_\\-]*[\\d_\\-])[a-z0-9_\\-]{5,}",
                        "$1[账号]"));
    }

    private static List<Rule> numbers() {
        return List.of(
                rule("(?<![\\p{Alnum}])\\p{Nd}{17}[\\p{Nd}xX](?![\\p{Alnum}])", "[证件号]"),
                rule(
                        "(?<!\\p{Nd})(?:\\+?86[\\s\\-]?)?1[3-9]\\p{Nd}[\\s\\-]?\\p{Nd}{4}[\\s\\-]?\\p{Nd}{4}(?!\\p{Nd})",
                        "[手机号]"),
                rule("(?<!\\p{Nd})0\\p{Nd}{2,3}[\\s\\-]\\p{Nd}{7,8}(?!\\p{Nd})", "[电话]"),
                rule("(?<!\\p{Nd})(?:400|800)[\\s\\-]?\\p{Nd}{3}[\\s\\-]?\\p{Nd}{4}(?!\\p{Nd})", "[电话]"),
                rule("[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][A-HJ-NP-Z\\d]{5,6}(?![\\p{Alnum}])", "[车牌]"),
                // letters and digits in one: a parcel, an order, a coupon
                rule(
                        "(?<![\\p{Alnum}_\\-])(?=[A-Za-z\\d_\\-]*\\d[A-Za-z_\\-]*\\d[A-Za-z_\\-]*\\d[A-Za-z_\\-]*\\d)"
                                + "(?=[A-Za-z\\d_\\-]*[A-Za-z])[A-Za-z\\d_\\-]{8,}(?![\\p{Alnum}_\\-])",
                        "[单号]"),
                rule("\\p{Nd}{6,}", "[号码]"),
                // digits in groups, but no date
                rule(
                        "(?<![\\p{Nd}.\\-/])(?!\\p{Nd}{4}[\\-/ ]\\p{Nd}{1,2}[\\-/ ]\\p{Nd}{1,2}(?!\\p{Nd}))"
                                + "\\p{Nd}{3,5}(?:[\\s\\-]\\p{Nd}{3,5})+(?![\\p{Nd}.\\-/])",
                        "[号码]"),
                rule("[〇零一二两三四五六七八九幺]{7,}", "[号码]"));
    }

    private static String halfWidthDigits(String text) {
        return FULL_WIDTH_DIGIT
                .matcher(text)
                .replaceAll(digit -> String.valueOf((char) (digit.group().charAt(0) - '０' + '0')));
    }

    private static Rule rule(String pattern, String replacement) {
        return new Rule(Pattern.compile(pattern), replacement);
    }
}
