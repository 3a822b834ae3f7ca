package io.xiaoer.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.answering.CompiledRelease;
import io.xiaoer.answering.CompiledReleases;
import io.xiaoer.answering.Engine;
import io.xiaoer.answering.History;
import io.xiaoer.answering.Outcome;
import io.xiaoer.answering.Plan;
import io.xiaoer.bots.BotId;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.IntegrationTest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A new shop's bot, held to the questions that were written before its pack. */
class PackQuestionsIT extends IntegrationTest {

    private static final Instant NOW = Instant.parse("2026-11-11T04:00:00Z");

    @Autowired
    private Engine engine;

    @Autowired
    private CompiledReleases releases;

    @ParameterizedTest
    @CsvSource({
        "fresh-food, zh-CN, fresh-food",
        "beauty, zh-CN, beauty",
        "small-shop, zh-CN, small-shop",
        "small-shop, en, small-shop-en"
    })
    void understandsShoppersInTheirOwnWords(String template, String locale, String folder) throws IOException {
        TestShop shop = api().signUp(template, locale);
        CompiledRelease release = TenantScope.call(
                new TenantId(UUID.fromString(shop.tenantId())),
                () -> releases.get(new BotId(UUID.fromString(shop.botId())), 1));
        int inScope = 0;
        int right = 0;
        List<String> wrong = new ArrayList<>();
        int offTopic = 0;
        List<String> answeredOffTopic = new ArrayList<>();
        for (JsonNode test : tests(folder)) {
            String question = test.get("question").asString();
            Plan plan = engine.understand(release, History.none(), question, NOW);
            List<String> accepted = new ArrayList<>();
            test.at("/expect/entryKey").asStringOpt().ifPresent(accepted::add);
            test.at("/expect/alsoAccept").forEach(key -> accepted.add(key.asString()));
            if (accepted.isEmpty()) {
                offTopic++;
                if (plan.outcome() == Outcome.ANSWERED) {
                    answeredOffTopic.add(question);
                }
                continue;
            }
            inScope++;
            if (plan.candidates().stream().anyMatch(candidate -> accepted.contains(candidate.entryKey()))) {
                right++;
            } else if (plan.outcome() == Outcome.ANSWERED) {
                wrong.add(question);
            }
        }
        assertThat(inScope + offTopic).isGreaterThanOrEqualTo(100);
        assertThat(right).isGreaterThanOrEqualTo(inScope * 85 / 100);
        assertThat(wrong).hasSizeLessThanOrEqualTo(inScope * 4 / 100);
        assertThat(answeredOffTopic).hasSizeLessThanOrEqualTo(Math.max(1, offTopic * 4 / 100));
    }

    private static JsonNode tests(String folder) throws IOException {
        try (InputStream stream =
                new ClassPathResource("tenant-templates/" + folder + "/tests.json").getInputStream()) {
            return JsonMapper.builder().build().readTree(stream).get("tests");
        }
    }
}
