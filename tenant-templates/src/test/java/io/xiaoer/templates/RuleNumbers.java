package io.xiaoer.templates;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The numbers of one rule, and how an answer would say them by itself instead of asking the rule. */
record RuleNumbers(String subject, List<Pattern> sayings) {

    /** What a clause that speaks of such a rule has in it. */
    private static final Map<String, String> SUBJECTS = Map.ofEntries(
            Map.entry("return", "退"),
            Map.entry("exchange", "换"),
            Map.entry("price-protection", "降价|差价|价保|保价"),
            Map.entry("fresh-claim", "坏|赔|售后|申请"),
            Map.entry("allergy-return", "过敏|售后"),
            Map.entry("delivery-promise", "送到|送达|内到|能到"),
            Map.entry("dispatch", "发货|发出|寄出|截单"),
            Map.entry("presale", "预售|尾款|发货"),
            Map.entry("shipping-fee", "运费|邮费|包邮"),
            Map.entry("threshold-promotion", "满|减"));

    private static final List<String> DAYS = List.of("windowDays", "days", "shipWithinDays");
    private static final List<String> HOURS = List.of("withinHours", "hours");
    private static final List<String> MONEY = List.of("fee", "freeOver", "remoteFee", "over", "off");

    static RuleNumbers of(JsonNode rule) {
        var sayings = new ArrayList<Pattern>();
        collect(rule.path("params"), sayings);
        return new RuleNumbers(SUBJECTS.getOrDefault(rule.path("type").asText(), "(?!)"), List.copyOf(sayings));
    }

    boolean saidIn(String clause) {
        return Pattern.compile(subject).matcher(clause).find()
                && sayings.stream().anyMatch(saying -> saying.matcher(clause).find());
    }

    private static void collect(JsonNode params, List<Pattern> sayings) {
        DAYS.forEach(name -> number(params, name, "(天|日|个自然日)", sayings));
        HOURS.forEach(name -> number(params, name, "(个)?(小时|钟头)", sayings));
        MONEY.forEach(name -> number(params, name, "(元|块)", sayings));
        if (params.has("cutOff")) {
            int hour = Integer.parseInt(params.path("cutOff").asText().substring(0, 2));
            sayings.add(saying(hour, "(:00|：00|点)"));
            sayings.add(saying(hour % 12, "点"));
        }
        params.path("tiers").forEach(tier -> collect(tier, sayings));
    }

    private static void number(JsonNode params, String name, String unit, List<Pattern> sayings) {
        if (params.has(name)) {
            sayings.add(saying(new BigDecimal(params.path(name).asText()).intValue(), unit));
        }
    }

    private static Pattern saying(int number, String unit) {
        return Pattern.compile(
                "(?<![0-9.])" + number + "(\\.0+)?\\s*" + unit + "|(?<![零一二两三四五六七八九十百])" + chinese(number) + unit);
    }

    /** Up to 99; larger ones are written in digits. */
    private static String chinese(int number) {
        String digits = "零一二三四五六七八九";
        if (number > 99) {
            return "(?!)";
        }
        String tens = number < 10 ? "" : (number < 20 ? "" : digits.substring(number / 10, number / 10 + 1)) + "十";
        String ones = number % 10 == 0 && number > 0 ? "" : digits.substring(number % 10, number % 10 + 1);
        return number == 2 ? "[二两]" : tens + ones;
    }
}
