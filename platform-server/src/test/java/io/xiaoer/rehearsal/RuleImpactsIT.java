package io.xiaoer.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.xiaoer.bots.BotId;
import io.xiaoer.rehearsal.RuleImpact.Contradiction;
import io.xiaoer.rehearsal.RuleImpact.Touched;
import io.xiaoer.rules.RuleDraft;
import io.xiaoer.rules.RuleForm;
import io.xiaoer.rules.RuleParams;
import io.xiaoer.rules.RuleType;
import io.xiaoer.rules.Rules;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.IntegrationTest;
import io.xiaoer.testing.StatementCounter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a change of a rule would mean, over a shop's own entries. */
class RuleImpactsIT extends IntegrationTest {

    private static final RuleParams FIFTEEN_DAYS = RuleForm.read(
            RuleType.EXCHANGE,
            RuleDraft.of(Map.of("windowDays", 15), null, null, null).params());

    @Autowired
    private RuleImpacts impacts;

    @Autowired
    private Rules rules;

    private TestShop shop;
    private TenantId tenant;

    @BeforeEach
    void signUp() {
        shop = api().signUp();
        tenant = new TenantId(UUID.fromString(shop.tenantId()));
        entry("{\"key\": \"swap\", \"question\": \"衣服能换吗\", \"answer\": \"签收后三天内可以换货哦。\"}");
        entry("{\"key\": \"swap-off\", \"question\": \"能换吗\", \"answer\": \"五天内可以换货。\", \"enabled\": false}");
    }

    @Test
    void findsEnabledEntriesOfAllBotsAndChangesNothing() {
        RuleImpact impact = of(null, RuleType.EXCHANGE, "default", FIFTEEN_DAYS);
        assertThat(impact.contradictions())
                .filteredOn(found -> found.key().startsWith("swap"))
                .extracting(Contradiction::key, Contradiction::written)
                .containsExactly(tuple("swap", "三天"));
        assertThat(impact.touched()).extracting(Touched::key).contains("swap").doesNotContain("swap-off");
        assertThat(of(new BotId(UUID.fromString(shop.botId())), RuleType.EXCHANGE, "default", FIFTEEN_DAYS))
                .isEqualTo(impact);
        assertThat(TenantScope.call(
                                tenant, Actor.platform(), () -> rules.versions(RuleType.EXCHANGE, "default", null, 10))
                        .items())
                .noneSatisfy(version -> assertThat(version.rule().params()).isEqualTo(FIFTEEN_DAYS));
    }

    @Test
    void letsANumberOfAnotherRuleOfTheTypeStand() {
        TenantScope.call(
                tenant,
                Actor.platform(),
                () -> rules.put(
                        RuleType.EXCHANGE, "small-things", RuleDraft.of(Map.of("windowDays", 3), null, null, null)));
        assertThat(of(null, RuleType.EXCHANGE, "default", FIFTEEN_DAYS).contradictions())
                .noneSatisfy(found -> assertThat(found.key()).isEqualTo("swap"));
        // its own present values do not count
        assertThat(of(null, RuleType.EXCHANGE, "small-things", FIFTEEN_DAYS).contradictions())
                .anySatisfy(found -> assertThat(found.key()).isEqualTo("swap"));
    }

    @Test
    void asksAFewQuestionsHoweverManyEntriesThereAre() {
        List<String> statements = StatementCounter.during(() -> of(null, RuleType.EXCHANGE, "default", FIFTEEN_DAYS));
        assertThat(statements.stream().filter(sql -> !sql.contains("set_tenant")))
                .hasSize(3);
    }

    private RuleImpact of(@Nullable BotId bot, RuleType type, String key, @Nullable RuleParams proposed) {
        return TenantScope.call(tenant, Actor.platform(), () -> impacts.of(bot, type, key, proposed));
    }

    private void entry(String body) {
        assertThat(shop.api()
                        .post("/api/v1/bots/" + shop.botId() + "/entries", body)
                        .status())
                .isEqualTo(201);
    }
}
