package io.xiaoer.onboarding.internal;

import static io.xiaoer.onboarding.internal.MergeFixtures.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.xiaoer.bots.BotId;
import io.xiaoer.knowledge.Entry;
import io.xiaoer.knowledge.EntryDraft;
import io.xiaoer.knowledge.KnowledgeDrafts;
import io.xiaoer.onboarding.PackUpgrade;
import io.xiaoer.onboarding.PackUpgrade.Fate;
import io.xiaoer.onboarding.PackUpgrade.Item;
import io.xiaoer.onboarding.PackUpgrade.What;
import io.xiaoer.onboarding.PackUpgrades;
import io.xiaoer.onboarding.PackUpgrades.Applied;
import io.xiaoer.onboarding.PackUpgrades.Left;
import io.xiaoer.onboarding.SignUp;
import io.xiaoer.onboarding.SignUps;
import io.xiaoer.onboarding.SignedUp;
import io.xiaoer.rehearsal.Expectation;
import io.xiaoer.rehearsal.TestCase;
import io.xiaoer.rehearsal.TestCases;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.AuditTrail;
import io.xiaoer.tenants.Role;
import io.xiaoer.testing.IntegrationTest;
import io.xiaoer.testing.TestDatabase;
import io.xiaoer.tone.ToneProfile;
import io.xiaoer.tone.Tones;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A shop that began with an earlier version of its pack, and has gone its own way since. */
class PackUpgradeIT extends IntegrationTest {

    private static final String OWN = "团购找老板娘，量大有好价。";

    @Autowired
    private SignUps signUps;

    @Autowired
    private Packs packs;

    @Autowired
    private PackUpgrades upgrades;

    @Autowired
    private KnowledgeDrafts knowledge;

    @Autowired
    private TestCases cases;

    @Autowired
    private Tones tones;

    @Autowired
    private AuditTrail trail;

    private SignedUp shop;
    private BotId bot;

    @BeforeEach
    void open() {
        SignUp request = new SignUp(
                "山货铺", "owner-" + UUID.randomUUID() + "@shop.example", "correct horse battery", "fresh-food", "zh-CN");
        shop = signUps.signUp(request, packs.earlier("fresh-food", "zh-CN", 1).orElseThrow());
        bot = shop.botId();
    }

    private <T> T owner(Supplier<T> work) {
        Actor actor = new Actor(Actor.Kind.MEMBER, "owner@shop.example", Role.OWNER.permissions());
        return TenantScope.<T, RuntimeException>call(shop.tenantId(), actor, work::get);
    }

    private Map<String, Entry> entries() {
        return owner(() -> knowledge.list(bot, null, 500)).items().stream()
                .collect(Collectors.toMap(Entry::key, Function.identity()));
    }

    private Entry answer(String key, String answer) {
        return owner(() -> {
            EntryDraft draft = knowledge.get(bot, key).toDraft();
            return knowledge.put(
                    bot,
                    key,
                    new EntryDraft(
                            key,
                            draft.question(),
                            draft.similar(),
                            draft.keywords(),
                            answer,
                            draft.needs(),
                            null,
                            null,
                            true,
                            null));
        });
    }

    @Test
    void bringsWhatIsNewBesideWhatTheShopMadeOfItAndTakesItBack() {
        answer("bulk-order", OWN);
        owner(() -> {
            knowledge.delete(bot, "recommend");
            return bot;
        });
        Map<String, Entry> before = entries();
        List<TestCase> casesBefore = owner(() -> cases.all(bot));
        ToneProfile toneBefore = owner(() -> tones.of(bot));

        PackUpgrade offered = owner(() -> upgrades.offered(bot)).orElseThrow();
        assertThat(offered.from()).isEqualTo(1);
        assertThat(offered.to()).isEqualTo(2);
        assertThat(titles(offered, What.ENTRY, Fate.NEW))
                .contains("大闸蟹公母怎么选，多大合适")
                .hasSize(4);
        assertThat(titles(offered, What.RULE, Fate.KEPT)).isNotEmpty();
        assertThat(item(offered, "recommend").fate()).isEqualTo(Fate.KEPT);
        assertThat(item(offered, "bulk-order").keepsSome()).isTrue();
        assertThat(entries()).as("looking changes nothing").isEqualTo(before);

        Applied applied = owner(() -> upgrades.apply(bot, offered.token(), false));
        Map<String, Entry> after = entries();
        assertThat(after).containsKeys("crab-choose", "gift-message").doesNotContainKey("recommend");
        assertThat(at(after, "bulk-order").answer()).isEqualTo(OWN);
        assertThat(at(after, "bulk-order").similar()).contains("大批量拿怎么算钱");
        assertThat(at(after, "ripen-how").answer()).contains("芒果、猕猴桃捏着微软");
        assertThat(owner(() -> tones.of(bot)).greeting()).contains("坏了要赔");
        assertThat(owner(() -> knowledge.lexicon(bot)).synonyms()).contains(List.of("发票", "fp"));
        assertThat(owner(() -> cases.all(bot)))
                .filteredOn(one -> "crab-choose".equals(one.expect().entryKey()))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.origin()).isEqualTo(TestCase.Origin.PACK));
        assertThat(owner(() -> upgrades.offered(bot))).isEmpty();
        assertThat(owner(() -> upgrades.last(bot)).map(Applied::number)).contains(applied.number());
        assertThat(owner(() -> trail.list(null, null, null, 50)).items())
                .anyMatch(entry -> entry.action().equals("pack.upgraded"));

        answer("gift-message", "贺卡手写，当天备注当天放。");
        List<Left> left = owner(() -> upgrades.undo(bot, applied.number()));
        assertThat(left).extracting(Left::subject).containsExactly("gift-message");
        Map<String, Entry> back = entries();
        assertThat(back.keySet()).containsExactlyInAnyOrderElementsOf(with(before, "gift-message"));
        before.forEach((key, entry) -> assertThat(at(back, key).withVersion(0)).isEqualTo(entry.withVersion(0)));
        assertThat(owner(() -> tones.of(bot))).isEqualTo(toneBefore);
        assertThat(owner(() -> cases.all(bot)))
                .extracting(TestCase::question)
                .containsExactlyInAnyOrderElementsOf(
                        casesBefore.stream().map(TestCase::question).toList());
        assertThat(owner(() -> upgrades.offered(bot))).as("it is offered again").isPresent();
        assertThat(owner(() -> upgrades.last(bot))).isEmpty();
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> owner(() -> upgrades.undo(bot, applied.number())));
    }

    @Test
    void takesNothingThatWasNotLookedAtAndNothingThatBreaksWhatMustPass() {
        PackUpgrade offered = owner(() -> upgrades.offered(bot)).orElseThrow();
        answer("order-urge", "这就去仓库催。");
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> owner(() -> upgrades.apply(bot, offered.token(), true)))
                .matches(problem -> problem.code() == Code.VERSION_CONFLICT);

        owner(() -> cases.add(
                bot,
                TestCase.Draft.of(
                        "还没熟怎么催熟，放几天能吃",
                        "本店要点",
                        new Expectation("ripen-how", List.of(), null, List.of(), List.of("榴莲")),
                        true)));
        PackUpgrade again = owner(() -> upgrades.offered(bot)).orElseThrow();
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> owner(() -> upgrades.apply(bot, again.token(), false)))
                .matches(problem -> problem.code() == Code.PUBLISH_BLOCKED)
                .satisfies(problem ->
                        assertThat(problem.errors().getFirst().message()).contains("催熟"));
        assertThat(entries()).doesNotContainKey("crab-choose");
        owner(() -> upgrades.apply(bot, again.token(), true));
        assertThat(entries()).containsKey("crab-choose");
    }

    @Test
    void comparesAShopFromBeforeWithItsFirstRelease() throws SQLException {
        try (Connection superuser = TestDatabase.superuser(databaseName());
                var forget = superuser.prepareStatement("delete from onboarding.applied_pack where tenant_id = ?")) {
            forget.setObject(1, shop.tenantId().value());
            assertThat(forget.executeUpdate()).isEqualTo(1);
        }
        answer("bulk-order", OWN);
        PackUpgrade offered = owner(() -> upgrades.offered(bot)).orElseThrow();
        assertThat(offered.from()).isEqualTo(1);
        assertThat(titles(offered, What.ENTRY, Fate.NEW)).hasSize(4);
        assertThat(item(offered, "bulk-order").keepsSome()).isTrue();
        Applied applied = owner(() -> upgrades.apply(bot, offered.token(), true));
        assertThat(at(entries(), "bulk-order").answer()).isEqualTo(OWN);
        assertThat(owner(() -> upgrades.undo(bot, applied.number()))).isEmpty();
        assertThat(entries()).doesNotContainKey("crab-choose");
        assertThat(owner(() -> upgrades.offered(bot))).isPresent();
    }

    @Test
    void offersNothingToAShopThatBeganWithTheNewest() {
        var fresh = api().signUp("fresh-food", "zh-CN");
        var state = fresh.api().get("/api/v1/bots/" + fresh.botId() + "/pack-upgrade");
        assertThat(state.status()).isEqualTo(200);
        assertThat(state.json().get("offered").isNull()).isTrue();
        assertThat(fresh.api()
                        .post("/api/v1/bots/" + fresh.botId() + "/pack-upgrade/undo", "{\"number\": 1}")
                        .status())
                .isEqualTo(404);
    }

    private static List<String> with(Map<String, Entry> entries, String key) {
        List<String> keys = new ArrayList<>(entries.keySet());
        keys.add(key);
        return keys;
    }

    private static List<String> titles(PackUpgrade upgrade, What what, Fate fate) {
        return upgrade.items().stream()
                .filter(item -> item.what() == what && item.fate() == fate)
                .map(item -> item.title().isEmpty() ? item.subject() : item.title())
                .toList();
    }

    private static Item item(PackUpgrade upgrade, String subject) {
        Optional<Item> found = upgrade.items().stream()
                .filter(item -> item.subject().equals(subject))
                .findFirst();
        assertThat(found).isPresent();
        return found.orElseThrow();
    }
}
