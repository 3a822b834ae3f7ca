package io.xiaoer.onboarding.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.answering.VoiceCheck;
import io.xiaoer.answering.VoiceCheck.Result;
import io.xiaoer.releases.ReleasedEntry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Every answer of every pack says the same under every preset and the pack's own voice, to every made-up shopper. */
class PackVoicesTest {

    @Test
    void everyVoiceKeepsEveryNumberDateConditionAndLink() {
        Packs packs = new Packs(JsonMapper.builder()
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .build());
        List<Pack> all = new ArrayList<>(packs.all("zh-CN"));
        all.add(packs.get("small-shop", "en"));
        for (Pack pack : all) {
            List<ReleasedEntry> entries = pack.entries().stream()
                    .map(entry -> entry.toEntry(String.valueOf(entry.key()), 1))
                    .map(entry -> new ReleasedEntry(
                            entry.key(),
                            entry.question(),
                            entry.similar(),
                            entry.keywords(),
                            entry.answer(),
                            entry.needs(),
                            null,
                            null))
                    .toList();
            Result result = VoiceCheck.of(entries, pack.tone(), "小店", pack.locale(), null);
            assertThat(result.slips()).as(pack.key()).isEmpty();
            assertThat(result.entries()).isGreaterThanOrEqualTo(60);
            assertThat(result.wordings()).isGreaterThan(result.entries() * result.voices());
        }
    }
}
