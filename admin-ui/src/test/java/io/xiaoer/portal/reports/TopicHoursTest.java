package io.xiaoer.portal.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.insights.EntryHours;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TopicHoursTest {

    private static final Map<String, String> NAMES =
            Map.of("order-urge", "物流", "order-where", "物流", "coupon-use", "优惠");

    @Test
    void addsUpTheEntriesOfATopicHourByHour() {
        List<EntryHours> topics = TopicHours.of(
                List.of(at("order-urge", 9, 3), at("order-where", 9, 2), at("order-where", 20, 1)),
                NAMES,
                "自己加的",
                "没对上");

        assertThat(topics).hasSize(1);
        assertThat(topics.getFirst().entryKey()).isEqualTo("物流");
        assertThat(topics.getFirst().questions()).isEqualTo(6);
        assertThat(topics.getFirst().hours().get(9)).isEqualTo(5);
        assertThat(topics.getFirst().hours().get(20)).isEqualTo(1);
    }

    @Test
    void putsTheMostAskedFirstAndWhatBelongsToNoneLast() {
        List<EntryHours> topics = TopicHours.of(
                List.of(at(null, 1, 90), at("e-own", 1, 80), at("order-urge", 1, 5), at("coupon-use", 1, 7)),
                NAMES,
                "自己加的",
                "没对上");

        assertThat(topics).extracting(EntryHours::entryKey).containsExactly("优惠", "物流", "自己加的", "没对上");
    }

    private static EntryHours at(@Nullable String entry, int hour, int count) {
        List<Integer> hours = new ArrayList<>(Collections.nCopies(EntryHours.HOURS, 0));
        hours.set(hour, count);
        return new EntryHours(entry, hours);
    }
}
