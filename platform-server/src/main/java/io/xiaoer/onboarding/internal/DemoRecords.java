package io.xiaoer.onboarding.internal;

import io.xiaoer.shopdata.Pushed;
import io.xiaoer.shopdata.RecordKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a demo shop's system knows, as of the day it is seeded: {@code "@-3d 20:15"} in the file is that time three days ago, {@code "@+5h"} in five
 * hours.
 */
final class DemoRecords {

    private static final Pattern TIME = Pattern.compile("\"@(?:([+-]\\d+)d (\\d\\d:\\d\\d)|([+-]\\d+)([hm]))\"");

    private DemoRecords() {}

    /** @param now with the shop's offset */
    static List<Pushed> of(DemoShop shop, OffsetDateTime now) {
        var json = JsonMapper.builder().build();
        String text = TIME.matcher(read(shop))
                .replaceAll(found ->
                        "\"" + time(found.group(1), found.group(2), found.group(3), found.group(4), now) + "\"");
        List<Pushed> records = new ArrayList<>();
        for (JsonNode record : json.readTree(text)) {
            records.add(new Pushed(
                    record.get("kind").asString(), record.get("id").asString(), record.get("data"), now.toString()));
        }
        return records;
    }

    /** The ids of the shop's shoppers, in the file's order. */
    static List<String> shoppers(DemoShop shop) {
        List<String> ids = new ArrayList<>();
        for (JsonNode record : JsonMapper.builder().build().readTree(read(shop))) {
            if (RecordKind.CUSTOMERS.key().equals(record.get("kind").asString())) {
                ids.add(record.get("id").asString());
            }
        }
        return List.copyOf(ids);
    }

    private static String time(String days, String clock, String amount, String unit, OffsetDateTime now) {
        OffsetDateTime time = days != null
                ? now.plusDays(Long.parseLong(days)).with(LocalTime.parse(clock))
                : now.plus(
                        unit.equals("h")
                                ? Duration.ofHours(Long.parseLong(amount))
                                : Duration.ofMinutes(Long.parseLong(amount)));
        return Matcher.quoteReplacement(time.truncatedTo("h".equals(unit) ? ChronoUnit.HOURS : ChronoUnit.SECONDS)
                .toString());
    }

    private static String read(DemoShop shop) {
        try {
            return new ClassPathResource("io/xiaoer/onboarding/demo/" + shop.records() + "-records.json")
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
