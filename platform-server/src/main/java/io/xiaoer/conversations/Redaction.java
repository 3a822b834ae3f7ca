package io.xiaoer.conversations;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of what a shopper wrote what may tell who wrote it: phone numbers, order numbers, e-mail and street
 * addresses, accounts and anything else that looks like an identifier. Prices, dates and sizes stay. People's names
 * cannot be told from other words and stay too.
 */
public final class Redaction {

    private record Rule(Pattern pattern, String replacement) {}

    private static final Pattern FULL_WIDTH_DIGIT = Pattern.compile("[０-９]");

    /** In this order: a later rule sees what the earlier ones left. */
    private static final List<Rule> RULES = List.of(
            rule("(?i)\\b(?:https?://|www\\.)[^\\s\\p{IsHan}]+", "[链接]"),
            rule("[\\p{Alnum}._%+\\-]+@[\\p{Alnum}\\-]+(?:\\.[\\p{Alnum}\\-]+)+", "[邮箱]"),
            rule(
                    "(?i)((?:微信|薇信|威信|v信|vx|wx|qq|支付宝|旺旺)(?:号|账号|帐号|id)?(?:是|为)?[\\s:：]*)"
                            + "(?=[\\p{Alnum}_\\-]*[\\d_\\-])[a-z0-9_\\-]{5,}",
                    "$1[账号]"),
            rule(
                    "[\\p{IsHan}\\d]{0,18}?[\\p{IsHan}]{2}(?:路|街|巷|弄|大道|胡同)\\s*\\p{Nd}+\\s*(?:号|弄)"
                            + "(?:[\\p{IsHan}\\p{Alnum}\\-]{0,12}?(?:室|楼|单元|栋|幢))*",
                    "[地址]"),
            rule("(?<![\\p{Alnum}])\\p{Nd}{17}[\\p{Nd}xX](?![\\p{Alnum}])", "[证件号]"),
            rule(
                    "(?<!\\p{Nd})(?:\\+?86[\\s\\-]?)?1[3-9]\\p{Nd}[\\s\\-]?\\p{Nd}{4}[\\s\\-]?\\p{Nd}{4}(?!\\p{Nd})",
                    "[手机号]"),
            rule("(?<!\\p{Nd})0\\p{Nd}{2,3}[\\s\\-]\\p{Nd}{7,8}(?!\\p{Nd})", "[电话]"),
            rule("(?<!\\p{Nd})(?:400|800)[\\s\\-]?\\p{Nd}{3}[\\s\\-]?\\p{Nd}{4}(?!\\p{Nd})", "[电话]"),
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

    private Redaction() {}

    public static String of(String text) {
        String left = halfWidthDigits(text);
        for (Rule rule : RULES) {
            Matcher matcher = rule.pattern().matcher(left);
            left = matcher.replaceAll(rule.replacement());
        }
        return left;
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
