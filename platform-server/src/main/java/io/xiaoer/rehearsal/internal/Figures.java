package io.xiaoer.rehearsal.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds numbers with what they count, as shops write them: 7天, 十五日, 一周内, 半个月, 48小时, 99元, 满两百减二十. */
final class Figures {

    /** What a number counts; weeks and months become days. */
    enum Unit {
        DAY,
        HOUR,
        YUAN,
        PIECE
    }

    /** @param amount in {@code unit}; of a range its upper end */
    record Figure(int start, int end, String text, BigDecimal amount, Unit unit) {}

    /** So much off from so much on. */
    record Deal(int start, int end, String text, BigDecimal over, BigDecimal off) {}

    private static final String DIGITS = "[0-9]+(?:\\.[0-9]+)?";
    private static final String HAN = "[零〇一二两三四五六七八九十百千万]+";
    private static final String NUMBER = "(?:" + DIGITS + "|" + HAN + "|半)";
    /** Not in the middle of a number, of a date, or of an ordinal. */
    private static final String FRESH = "(?<![0-9.月第年零〇一二两三四五六七八九十百千万])";

    private static final Pattern COUNTED = Pattern.compile(FRESH + "(?:" + NUMBER + "\\s*[-~～—至到]\\s*)?(?<n>" + NUMBER
            + ")\\s*(?<u>个?工作日|个?自然日|个月|个?小时|个?钟头|个?星期|个?礼拜|天|日|周|元|块|张|hours?\\b|days?\\b|weeks?\\b|yuan\\b)");
    private static final Pattern SIGNED = Pattern.compile("[¥￥]\\s*(?<n>" + DIGITS + ")(?!\\s*[元块])");
    private static final Pattern FULL = Pattern.compile("满\\s*(?<n>" + NUMBER + ")(?![0-9.]|\\s*(?:元|块|件|减|张|天|个))");
    private static final Pattern DEAL = Pattern.compile("满\\s*(?<over>" + NUMBER
            + ")\\s*(?:元|块)?\\s*(?:就|即|可|立|直|再|能)*\\s*(?:减|优惠)\\s*(?<off>" + NUMBER + ")(?:元|块)?");

    private Figures() {}

    static List<Figure> in(String text) {
        List<Figure> figures = new ArrayList<>();
        Matcher counted = COUNTED.matcher(text);
        while (counted.find()) {
            String unit = counted.group("u");
            if (!unit.contains("工作日")) {
                figures.add(figure(text, counted, unit));
            }
        }
        for (Pattern money : List.of(SIGNED, FULL)) {
            Matcher matcher = money.matcher(text);
            while (matcher.find()) {
                figures.add(figure(text, matcher, "元"));
            }
        }
        List<Deal> deals = deals(text);
        figures.removeIf(
                figure -> deals.stream().anyMatch(deal -> figure.start() < deal.end() && deal.start() < figure.end()));
        return figures;
    }

    static List<Deal> deals(String text) {
        List<Deal> deals = new ArrayList<>();
        Matcher matcher = DEAL.matcher(text);
        while (matcher.find()) {
            deals.add(new Deal(
                    matcher.start(),
                    matcher.end(),
                    matcher.group(),
                    number(matcher.group("over")),
                    number(matcher.group("off"))));
        }
        return deals;
    }

    private static Figure figure(String text, Matcher matcher, String unit) {
        BigDecimal amount = number(matcher.group("n"));
        String bare = unit.replaceFirst("^个(?!月)", "");
        Unit counts = switch (bare) {
            case "小时", "钟头", "hour", "hours" -> Unit.HOUR;
            case "元", "块", "yuan" -> Unit.YUAN;
            case "张" -> Unit.PIECE;
            default -> Unit.DAY;
        };
        int days = switch (bare) {
            case "周", "星期", "礼拜", "week", "weeks" -> 7;
            case "个月" -> 30;
            default -> 1;
        };
        return new Figure(
                matcher.start(),
                matcher.end(),
                text.substring(matcher.start(), matcher.end()).strip(),
                amount.multiply(BigDecimal.valueOf(days)).stripTrailingZeros(),
                counts);
    }

    /** 十五 is 15, 两百二 is 202 less than people mean, so 220; 半 is a half. */
    static BigDecimal number(String text) {
        if (text.equals("半")) {
            return new BigDecimal("0.5");
        }
        if (Character.isDigit(text.charAt(0))) {
            return new BigDecimal(text).stripTrailingZeros();
        }
        return BigDecimal.valueOf(han(text));
    }

    private static long han(String text) {
        long total = 0;
        long section = 0;
        long digit = -1;
        long unit = 10;
        boolean plain = text.chars().noneMatch(c -> "十百千万".indexOf(c) >= 0);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int value = value(c);
            if (value >= 0) {
                digit = plain && digit >= 0 ? digit * 10 + value : value;
                if (c == '零' || c == '〇') {
                    unit = 10;
                }
                continue;
            }
            long scale = switch (c) {
                case '十' -> 10;
                case '百' -> 100;
                case '千' -> 1000;
                default -> 10_000;
            };
            if (scale == 10_000) {
                total += Math.max(1, section + Math.max(0, digit)) * scale;
                section = 0;
            } else {
                section += (digit < 0 ? 1 : digit) * scale;
            }
            unit = scale;
            digit = -1;
        }
        if (digit > 0) {
            // 两百五 is 250, 两百零五 is 205
            boolean shortened = !plain
                    && unit > 10
                    && text.charAt(text.length() - 2) != '零'
                    && text.charAt(text.length() - 2) != '〇';
            section += shortened ? digit * unit / 10 : digit;
        }
        return total + section;
    }

    private static int value(char c) {
        int at = "零一二三四五六七八九".indexOf(c);
        if (at >= 0) {
            return at;
        }
        return c == '两' ? 2 : c == '〇' ? 0 : -1;
    }
}
