package io.xiaoer.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.xiaoer.answering.Reply;
import io.xiaoer.bots.BotId;
import io.xiaoer.knowledge.Entry;
import io.xiaoer.knowledge.KnowledgeDrafts;
import io.xiaoer.rules.RuleDraft;
import io.xiaoer.rules.RuleType;
import io.xiaoer.rules.Rules;
import io.xiaoer.shared.Ids;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.AuditEntry;
import io.xiaoer.tenants.AuditTrail;
import io.xiaoer.tenants.Role;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.IntegrationTest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class FirstStepsIT extends IntegrationTest {

    @Autowired
    private FirstSteps steps;

    @Autowired
    private Topics topics;

    @Autowired
    private HouseRules rules;

    @Autowired
    private Rules shopRules;

    @Autowired
    private Clock clock;

    @Autowired
    private FirstQuestions questions;

    @Autowired
    private KnowledgeDrafts knowledge;

    @Autowired
    private AuditTrail trail;

    private record Owned(TenantId tenant, BotId bot) {

        <T> T as(Role role, Supplier<T> work) {
            Actor actor = new Actor(Actor.Kind.MEMBER, role + "@shop.example", role.permissions());
            return TenantScope.<T, RuntimeException>call(tenant, actor, work::get);
        }

        <T> T owner(Supplier<T> work) {
            return as(Role.OWNER, work);
        }
    }

    private Owned shop() {
        TestShop shop = api().signUp();
        return new Owned(
                new TenantId(Ids.parse(shop.tenantId()).orElseThrow()),
                new BotId(Ids.parse(shop.botId()).orElseThrow()));
    }

    private List<HouseRule> houseRules(Owned shop) {
        return rules.of(shop.bot(), shopRules.at(clock.instant()));
    }

    @Test
    void goesOnWhereItWasLeft() {
        Owned mine = shop();
        assertThat(mine.owner(() -> steps.of(mine.bot())).next()).isEqualTo(Step.SOLVE);

        mine.owner(() -> steps.finish(mine.bot(), Step.SOLVE));
        mine.owner(() -> steps.skip(mine.bot(), Step.CONNECT));
        mine.owner(() -> steps.finish(mine.bot(), Step.VOICE));
        Progress progress = mine.owner(() -> steps.of(mine.bot()));

        assertThat(progress.next()).isEqualTo(Step.RULES);
        assertThat(progress.left()).containsExactly(Step.CONNECT, Step.RULES, Step.TRY, Step.STAFF);
        assertThat(progress.isComplete()).isFalse();
    }

    @Test
    void comesBackToWhatWasSkippedAndThenIsComplete() {
        Owned mine = shop();
        mine.owner(() -> steps.skip(mine.bot(), Step.SOLVE));
        for (Step step : List.of(Step.CONNECT, Step.VOICE, Step.RULES, Step.TRY, Step.STAFF)) {
            mine.owner(() -> steps.finish(mine.bot(), step));
        }
        assertThat(mine.owner(() -> steps.of(mine.bot())).next()).isEqualTo(Step.SOLVE);

        Progress progress = mine.owner(() -> steps.finish(mine.bot(), Step.SOLVE));
        assertThat(progress.isComplete()).isTrue();
        assertThat(progress.skipped()).isEmpty();
        assertThat(mine.owner(() -> steps.skip(mine.bot(), Step.TRY)).done()).contains(Step.TRY);
    }

    @Test
    void keepsEveryMarkThatTwoOwnersMakeAtOnce() throws Exception {
        Owned mine = shop();
        List<Callable<Progress>> marks = Stream.of("a", "b", "c", "d", "e", "f", "g", "h")
                .map(entry -> (Callable<Progress>) () -> mine.owner(() -> steps.judge(mine.bot(), Set.of(entry), true)))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Progress> mark : threads.invokeAll(marks)) {
                mark.get();
            }
        }
        assertThat(mine.owner(() -> steps.of(mine.bot())).rightQuestions())
                .containsExactlyInAnyOrder("a", "b", "c", "d", "e", "f", "g", "h");
    }

    @Test
    void refusesAChoiceMadeOnWhatSomeoneElseHasChanged() {
        Owned mine = shop();
        int version = mine.owner(() -> steps.of(mine.bot())).version();
        Progress first = mine.owner(() -> steps.connect(mine.bot(), Connection.EMBED, version));
        assertConflict(() -> mine.owner(() -> steps.connect(mine.bot(), Connection.API, version)));
        assertThat(mine.owner(() -> steps.connect(mine.bot(), Connection.API, first.version()))
                        .connection())
                .isEqualTo(Connection.API);
        // choosing what is chosen already is no conflict
        assertThat(mine.owner(() -> steps.connect(mine.bot(), Connection.API, version))
                        .connection())
                .isEqualTo(Connection.API);
    }

    @Test
    void takesMarksBack() {
        Owned mine = shop();
        mine.owner(() -> steps.confirm(mine.bot(), "return/default", true));
        mine.owner(() -> steps.judge(mine.bot(), Set.of("ship-time", "shipping-fee"), true));
        mine.owner(() -> steps.judge(mine.bot(), Set.of("ship-time"), false));
        mine.owner(() -> steps.confirm(mine.bot(), "return/default", false));
        Progress progress = mine.owner(() -> steps.dismiss(mine.bot(), true));
        assertThat(progress.confirmedRules()).isEmpty();
        assertThat(progress.rightQuestions()).containsExactly("shipping-fee");
        assertThat(progress.dismissed()).isTrue();
        assertThat(mine.owner(() -> steps.dismiss(mine.bot(), false)).dismissed())
                .isFalse();
    }

    @Test
    void knowsNothingOfAnotherShopsBot() {
        Owned mine = shop();
        Owned theirs = shop();
        theirs.owner(() -> steps.finish(theirs.bot(), Step.SOLVE));

        assertThat(mine.owner(() -> steps.of(theirs.bot()))).isEqualTo(Progress.none());
        assertMissing(() -> mine.owner(() -> steps.finish(theirs.bot(), Step.VOICE)));
        assertMissing(() -> mine.owner(() -> steps.connect(theirs.bot(), Connection.API, 0)));
        mine.owner(() -> {
            topics.turn(theirs.bot(), "orders", false);
            return true;
        });
        assertThat(theirs.owner(() -> topics.of(theirs.bot(), "zh-CN"))).allMatch(Topic::isOn);
        assertThat(mine.owner(() -> houseRules(theirs))).isEmpty();
        assertThat(mine.owner(() -> questions.of(theirs.bot()))).isEmpty();
    }

    @Test
    void letsAViewerLookOnly() {
        Owned mine = shop();
        assertThat(mine.as(Role.VIEWER, () -> steps.of(mine.bot())).done()).isEmpty();
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> mine.as(Role.VIEWER, () -> steps.finish(mine.bot(), Step.SOLVE)))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(Code.FORBIDDEN));
    }

    @Test
    void switchesATopicAndNothingElse() {
        Owned mine = shop();
        List<Topic> before = mine.owner(() -> topics.of(mine.bot(), "zh-CN"));
        assertThat(before).hasSize(5).allMatch(topic -> topic.enabled() == topic.entries());
        assertThat(before).allSatisfy(topic -> assertThat(topic.examples()).hasSize(3));
        assertThat(before.getFirst().name()).isEqualTo("订单物流");
        assertThat(before.getFirst().area()).isEqualTo(Topic.Area.ORDERS);

        turn(mine, "orders", false);
        List<Topic> after = mine.owner(() -> topics.of(mine.bot(), "en"));
        assertThat(after.getFirst().name()).isEqualTo("Orders and delivery");
        assertThat(after.getFirst().isOn()).isFalse();
        assertThat(after.subList(1, 5)).allMatch(topic -> topic.enabled() == topic.entries());
        assertThat(mine.owner(() -> questions.of(mine.bot())))
                .hasSize(7)
                .noneMatch(question -> question.entry().equals("ship-time"));
        assertThat(mine.owner(() -> houseRules(mine)))
                .noneMatch(rule -> rule.type().equals("dispatch"));

        turn(mine, "orders", true);
        turn(mine, "orders", true);
        assertThat(mine.owner(() -> topics.of(mine.bot(), "zh-CN"))).isEqualTo(before);
        assertThat(mine.owner(() -> trail.list("topic.switched", null, null, 10))
                        .items())
                .extracting(AuditEntry::subject)
                .containsExactly("orders", "orders");
    }

    @Test
    void leavesADeletedEntryAlone() {
        Owned mine = shop();
        mine.owner(() -> {
            knowledge.delete(mine.bot(), "ship-time");
            return true;
        });
        turn(mine, "orders", false);
        turn(mine, "orders", true);
        Topic orders = mine.owner(() -> topics.of(mine.bot(), "zh-CN")).getFirst();
        assertThat(orders.entries()).isEqualTo(18);
        assertThat(orders.enabled()).isEqualTo(18);
    }

    @Test
    void refusesATopicThatThePackDoesNotHave() {
        Owned mine = shop();
        assertMissing(() -> {
            turn(mine, "spaceships", true);
            return true;
        });
    }

    @Test
    void setsEachRuleBesideWhatTheBotSaysOfIt() {
        Owned mine = shop();
        List<HouseRule> all = mine.owner(() -> houseRules(mine));
        assertThat(all).hasSize(12);
        HouseRule back = all.stream()
                .filter(rule -> rule.type().equals("return"))
                .findFirst()
                .orElseThrow();
        assertThat(back.params()).containsEntry("windowDays", 7);
        assertThat(back.entries()).extracting(Entry::key).containsExactly("return-policy", "opened-return");
        assertThat(back.name()).isEqualTo("return/default");
    }

    @Test
    void showsRulesAsTheyHoldNow() {
        Owned mine = shop();
        Supplier<HouseRule> price = () -> houseRules(mine).stream()
                .filter(rule -> rule.type().equals("price-protection"))
                .findFirst()
                .orElseThrow();
        mine.owner(() -> shopRules.put(
                RuleType.PRICE_PROTECTION, "default", RuleDraft.of(Map.of("days", 33), null, null, null)));
        assertThat(mine.owner(price).params()).containsEntry("days", 33);

        mine.owner(() -> {
            shopRules.withdraw(RuleType.PRICE_PROTECTION, "default", null);
            return true;
        });
        HouseRule withdrawn = mine.owner(price);
        assertThat(withdrawn.isInForce()).isFalse();
        assertThat(withdrawn.entries()).isNotEmpty();

        mine.owner(() ->
                shopRules.put(RuleType.PRICE_PROTECTION, "members", RuleDraft.of(Map.of("days", 5), null, null, null)));
        assertThat(mine.owner(price).name()).isEqualTo("price-protection/members");
    }

    /** The owner's first look at the bot: a pack whose own ten questions went wrong would end the trial there. */
    @Test
    void answersWhatShoppersAskMost() {
        Owned mine = shop();
        List<FirstQuestion> asked = mine.owner(() -> questions.of(mine.bot()));
        assertThat(asked).hasSize(10);
        List<Heard> heard = mine.owner(() -> questions.ask(
                mine.bot(), asked.stream().map(FirstQuestion::question).toList()));
        assertThat(heard)
                .extracting(answer -> answer.entry() == null
                        ? answer.question()
                        : answer.entry().key())
                .containsExactlyElementsOf(
                        asked.stream().map(FirstQuestion::entry).toList());
        assertThat(heard).allSatisfy(answer -> assertThat(answer.reply()).isInstanceOf(Reply.Answer.class));
    }

    @Test
    void hearsNothingWhereNothingIsKnown() {
        Owned mine = shop();
        Heard heard =
                mine.owner(() -> questions.ask(mine.bot(), List.of("今天天气怎么样"))).getFirst();
        assertThat(heard.reply()).isInstanceOf(Reply.Unknown.class);
        assertThat(heard.entry()).isNull();
    }

    private void turn(Owned shop, String topic, boolean on) {
        shop.owner(() -> {
            topics.turn(shop.bot(), topic, on);
            return true;
        });
    }

    private static void assertMissing(Supplier<?> work) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(work::get)
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(Code.NOT_FOUND));
    }

    private static void assertConflict(Supplier<?> work) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(work::get)
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(Code.VERSION_CONFLICT));
    }
}
