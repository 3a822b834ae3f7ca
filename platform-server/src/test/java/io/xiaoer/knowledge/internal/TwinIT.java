package io.xiaoer.knowledge.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.xiaoer.bots.BotId;
import io.xiaoer.knowledge.EntryFilter;
import io.xiaoer.knowledge.EntryFilter.State;
import io.xiaoer.knowledge.EntrySearch;
import io.xiaoer.knowledge.EntryTwins;
import io.xiaoer.knowledge.EntryTwins.Merged;
import io.xiaoer.knowledge.EntryTwins.Pair;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.Role;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.IntegrationTest;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import tools.jackson.databind.JsonNode;

/** Entries that ask nearly the same are found, shown once, and made one - or left two - by a person. */
@Tag("long")
class TwinIT extends IntegrationTest {

    @Autowired
    private EntryTwins twins;

    @Autowired
    private EntrySearch search;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Test
    void findsThePairAndMakesItOne() {
        TestShop shop = shopWithTwins();

        List<Pair> pairs = ours(shop);

        assertThat(pairs).hasSize(1);
        Pair pair = pairs.getFirst();
        assertThat(pair.similarity()).isGreaterThan(0.88f);
        assertThat(count(shop)).isGreaterThanOrEqualTo(2);
        Merged merged = as(shop, () -> twins.merge(bot(shop), pair.one(), pair.other()));
        JsonNode kept = entry(shop, "cat-a");
        assertThat(kept.get("similar").toString()).contains("你们店里有没有养猫").contains("喵星人在不在");
        assertThat(shop.api().get(path(shop) + "/cat-b").status()).isEqualTo(404);
        assertThat(ours(shop)).isEmpty();

        as(shop, () -> {
            twins.undo(bot(shop), merged);
            return true;
        });
        assertThat(entry(shop, "cat-a").get("similar").toString()).doesNotContain("喵星人");
        assertThat(entry(shop, "cat-b").get("answer").asString()).isEqualTo("没有。");
        compare(shop);
        assertThat(ours(shop)).hasSize(1);
    }

    @Test
    void listsNoPairThatWasDismissedUntilThatIsTakenBack() {
        TestShop shop = shopWithTwins();

        as(shop, () -> {
            twins.dismiss(bot(shop), "cat-b", "cat-a");
            return true;
        });

        assertThat(ours(shop)).isEmpty();
        compare(shop);
        assertThat(ours(shop)).isEmpty();
        as(shop, () -> {
            twins.undismiss(bot(shop), "cat-a", "cat-b");
            return true;
        });
        assertThat(ours(shop)).hasSize(1);
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> as(shop, () -> {
                    twins.dismiss(bot(shop), "cat-a", "no-such");
                    return true;
                }));
    }

    @Test
    void forgetsAPairWhoseQuestionsChanged() {
        TestShop shop = shopWithTwins();

        shop.api().put(path(shop) + "/cat-b", "{\"question\": \"可以开专票吗\", \"answer\": \"可以。\"}");

        assertThat(as(shop, () -> twins.pending(bot(shop)))).isEqualTo(1);
        compare(shop);
        assertThat(ours(shop)).isEmpty();
        assertThat(as(shop, () -> twins.pending(bot(shop)))).isZero();
    }

    @Test
    void mergesNothingThatSomeoneElseChanged() {
        TestShop shop = shopWithTwins();
        Pair pair = ours(shop).getFirst();
        shop.api().put(path(shop) + "/cat-b", "{\"question\": \"店里有没有养猫呀\", \"answer\": \"改了。\"}");

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> as(shop, () -> twins.merge(bot(shop), pair.one(), pair.other())))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(Code.VERSION_CONFLICT));
        assertThat(entry(shop, "cat-a").get("version").asInt()).isEqualTo(1);
    }

    @Test
    void doesABoundedPieceOfAShopsWorkInATurn() {
        TestShop shop = api().signUp();
        compare(shop);
        KnowledgeFixtures.fill(databaseName(), shop, 4, 300);

        assertThat(turn(shop)).isTrue();

        assertThat(as(shop, () -> twins.pending(bot(shop)))).isEqualTo(1);
        assertThat(turn(shop)).isTrue();
        assertThat(as(shop, () -> twins.pending(bot(shop)))).isZero();
        assertThat(turn(shop)).isFalse();
    }

    @Test
    void leavesABotAloneThatHasTooManyQuestions() {
        TestShop shop = shopWithTwins();
        KnowledgeFixtures.fill(databaseName(), shop, 250, 400);

        assertThat(turn(shop)).isFalse();

        assertThat(as(shop, () -> twins.pending(bot(shop)))).isEqualTo(250);
        assertThat(as(shop, () -> twins.isTooMuch(bot(shop)))).isTrue();
        assertThat(ours(shop)).as("what was found before stays").hasSize(1);
    }

    @Test
    void showsAShopNoPairsOfAnother() {
        TestShop shop = shopWithTwins();
        TestShop other = api().signUp();

        assertThat(as(other, () -> twins.list(bot(shop), "", 0, 100))).isEmpty();
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> as(other, () -> {
                    twins.dismiss(bot(shop), "cat-a", "cat-b");
                    return true;
                }));
    }

    private TestShop shopWithTwins() {
        TestShop shop = api().signUp();
        shop.api().put(path(shop) + "/cat-a", "{\"question\": \"你们店里养猫了吗\", \"answer\": \"有一只。\"}");
        shop.api()
                .put(
                        path(shop) + "/cat-b",
                        "{\"question\": \"你们店里有没有养猫\", \"similar\": [\"喵星人在不在\"], \"answer\": \"没有。\"}");
        compare(shop);
        return shop;
    }

    private void compare(TestShop shop) {
        KnowledgeFixtures.findTwins(beans, shop);
    }

    private boolean turn(TestShop shop) {
        TwinSearch job = beans.createBean(TwinSearch.class);
        return TenantScope.<Boolean, RuntimeException>call(
                tenant(shop), Actor.platform(), () -> job.turn(tenant(shop)));
    }

    /** The pack may have pairs of its own. */
    private List<Pair> ours(TestShop shop) {
        return as(shop, () -> twins.list(bot(shop), "猫", 0, 100));
    }

    private int count(TestShop shop) {
        return as(shop, () -> search.count(bot(shop), new EntryFilter("", State.NEAR_DUPLICATE)));
    }

    private static JsonNode entry(TestShop shop, String key) {
        return shop.api().get(path(shop) + "/" + key).json();
    }

    private static String path(TestShop shop) {
        return "/api/v1/bots/" + shop.botId() + "/entries";
    }

    private static <T> T as(TestShop shop, Supplier<T> work) {
        Actor owner = new Actor(Actor.Kind.MEMBER, shop.email(), Role.OWNER.permissions());
        return TenantScope.<T, RuntimeException>call(tenant(shop), owner, work::get);
    }

    private static TenantId tenant(TestShop shop) {
        return new TenantId(UUID.fromString(shop.tenantId()));
    }

    private static BotId bot(TestShop shop) {
        return new BotId(UUID.fromString(shop.botId()));
    }
}
