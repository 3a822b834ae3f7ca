package io.xiaoer.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.xiaoer.shared.Moment;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.testing.IntegrationTest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Versions of rules and which of them holds when. */
class RulesIT extends IntegrationTest {

    private static final Instant MONDAY = Instant.parse("2026-11-02T02:00:00Z");
    private static final Instant TUESDAY = MONDAY.plusSeconds(86_400);
    private static final Instant WEDNESDAY = TUESDAY.plusSeconds(86_400);

    @Autowired
    private Rules rules;

    private TenantId shop;

    @BeforeEach
    void signUp() {
        shop = new TenantId(UUID.fromString(api().signUp().tenantId()));
    }

    @Test
    void appliesTheHighestVersionAtOnce() {
        put("window", 7, null, null);
        assertThat(days(MONDAY)).containsExactly(7);
        put("window", 15, null, null);
        assertThat(days(MONDAY)).containsExactly(15);
        put("window", 10, null, null);
        assertThat(days(MONDAY)).containsExactly(10);
    }

    @Test
    void leavesTodayAloneUntilALaterVersionBegins() {
        put("window", 7, null, null);
        put("window", 15, TUESDAY, WEDNESDAY);
        assertThat(days(TUESDAY.minusMillis(1))).containsExactly(7);
        assertThat(days(TUESDAY)).containsExactly(15);
        assertThat(days(WEDNESDAY.minusMillis(1))).containsExactly(15);
        assertThat(days(WEDNESDAY)).containsExactly(7);
    }

    @Test
    void letsAVersionWithoutDatesReplaceAPlannedOne() {
        put("window", 15, TUESDAY, null);
        put("window", 7, null, null);
        assertThat(days(WEDNESDAY)).containsExactly(7);
    }

    @Test
    void bringsNothingBackWhenARuleIsWithdrawn() {
        put("window", 7, null, null);
        put("window", 15, WEDNESDAY, null);
        as(MONDAY, () -> {
            rules.withdraw(RuleType.EXCHANGE, "window", null);
            return true;
        });
        assertThat(days(MONDAY.minusMillis(1))).containsExactly(7);
        assertThat(days(MONDAY)).isEmpty();
        assertThat(days(WEDNESDAY)).isEmpty();
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> inShop(() -> rules.get(RuleType.EXCHANGE, "window")))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(Problem.Code.NOT_FOUND));
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> as(TUESDAY, () -> {
                    rules.withdraw(RuleType.EXCHANGE, "window", null);
                    return true;
                }))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(Problem.Code.NOT_FOUND));

        assertThat(put("window", 10, null, null).version()).isEqualTo(4);
        assertThat(days(WEDNESDAY)).containsExactly(10);
        assertThat(inShop(() -> rules.versions(RuleType.EXCHANGE, "window", null, 10))
                        .items())
                .extracting(version -> version.rule().version())
                .containsExactly(4, 3, 2, 1);
    }

    @Test
    void letsARuleThatEndsAndThenTheLastChangedOneOfATypeTakePrecedence() {
        put("bags", 15, null, null);
        put("shoes", 7, null, null);
        assertThat(days(MONDAY)).containsExactly(7, 15);
        put("double-eleven", 30, MONDAY, TUESDAY);
        put("bags", 10, null, null);
        assertThat(days(MONDAY)).containsExactly(30, 10, 7);
        assertThat(days(TUESDAY)).containsExactly(10, 7);
    }

    @Test
    void refusesAChangeMadeOnAnOldVersion() {
        put("window", 7, null, null);
        inShop(() -> rules.put(RuleType.EXCHANGE, "window", draft(15, null, null, 1)));
        for (int stale : List.of(0, 1, 3)) {
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(
                            () -> inShop(() -> rules.put(RuleType.EXCHANGE, "window", draft(30, null, null, stale))))
                    .satisfies(problem -> assertThat(problem.code()).isEqualTo(Problem.Code.VERSION_CONFLICT));
        }
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> inShop(() -> rules.put(RuleType.EXCHANGE, "none", draft(30, null, null, 1))))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(Problem.Code.NOT_FOUND));
        assertThat(days(MONDAY)).containsExactly(15);
    }

    @Test
    void losesNoneOfManyChangesAtOnce() throws Exception {
        int changes = 12;
        List<Integer> versions = new ArrayList<>();
        for (Future<Rule> change : together(changes, days -> put("window", days, null, null))) {
            versions.add(change.get().version());
        }
        assertThat(versions)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, changes).boxed().toList());
        assertThat(inShop(() -> rules.versions(RuleType.EXCHANGE, "window", null, 50))
                        .items())
                .hasSize(changes)
                .extracting(version -> windowDays(version.rule()))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, changes).boxed().toList());
    }

    @Test
    void letsOneOfManyChangesOnTheSameVersionThrough() throws Exception {
        put("window", 7, null, null);
        int conflicts = 0;
        for (Future<Rule> change :
                together(6, days -> inShop(() -> rules.put(RuleType.EXCHANGE, "window", draft(days, null, null, 1))))) {
            try {
                change.get();
            } catch (ExecutionException e) {
                assertThat(e)
                        .cause()
                        .isInstanceOfSatisfying(
                                Problem.class,
                                problem -> assertThat(problem.code()).isEqualTo(Problem.Code.VERSION_CONFLICT));
                conflicts++;
            }
        }
        assertThat(conflicts).isEqualTo(5);
    }

    @Test
    void hidesOneShopsRulesFromAnother() {
        put("window", 7, null, null);
        TenantId other = new TenantId(UUID.fromString(api().signUp().tenantId()));
        RulesInForce theirs = TenantScope.call(other, () -> rules.at(MONDAY));
        assertThat(theirs.all(RuleType.EXCHANGE, SendBack.class))
                .extracting(held -> held.ref().key())
                .doesNotContain("window");
        assertThat(TenantScope.call(other, Actor.platform(), () -> rules.calendar()))
                .extracting(version -> version.rule().key())
                .doesNotContain("window");
    }

    @Test
    void answersShoppersWithoutAPermission() {
        put("window", 7, null, null);
        RulesInForce held = TenantScope.call(shop, Actor.shopper(), () -> rules.at(MONDAY));
        assertThat(held.one(RuleType.EXCHANGE, SendBack.class)).isPresent();
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> TenantScope.call(shop, Actor.shopper(), () -> rules.list(null, 10)))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(Problem.Code.FORBIDDEN));
    }

    @Test
    void showsEachVersionInTheCalendar() {
        put("window", 7, null, null);
        put("window", 15, TUESDAY, null);
        List<RuleVersion> all = inShop(() -> rules.calendar()).stream()
                .filter(version -> version.rule().key().equals("window"))
                .toList();
        assertThat(all).extracting(version -> version.rule().version()).containsExactly(1, 2);
        assertThat(all.getLast().rule().validFrom()).isEqualTo(offset(TUESDAY));
        assertThat(all.getLast().actor()).isEqualTo("xiaoer");
    }

    @Test
    void appliesAPacksRulesTogetherOrNotAtAll() {
        PackRule right = new PackRule("presale", "pack", Map.of("shipWithinDays", 15));
        PackRule wrong = new PackRule("dispatch", "pack", Map.of("withinHours", 0));
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> inShop(() -> {
                    rules.apply(List.of(right, wrong));
                    return true;
                }));
        assertThat(inShop(() -> rules.versions(RuleType.PRESALE, "pack", null, 1))
                        .items())
                .isEmpty();
        inShop(() -> {
            rules.apply(List.of(right, new PackRule("dispatch", "pack", Map.of("withinHours", 48))));
            return true;
        });
        assertThat(inShop(() -> rules.at(MONDAY)).all(RuleType.PRESALE, Presale.class))
                .extracting(held -> held.ref().key())
                .contains("pack");
    }

    private static int windowDays(Rule rule) {
        return ((SendBack) Objects.requireNonNull(rule.params())).windowDays();
    }

    private List<Integer> days(Instant at) {
        return inShop(() -> rules.at(at)).all(RuleType.EXCHANGE, SendBack.class).stream()
                .filter(held -> !held.ref().key().equals("default"))
                .map(held -> held.params().windowDays())
                .toList();
    }

    private Rule put(String key, int days, @Nullable Instant from, @Nullable Instant to) {
        return inShop(() -> rules.put(RuleType.EXCHANGE, key, draft(days, from, to, null)));
    }

    private static RuleDraft draft(int days, @Nullable Instant from, @Nullable Instant to, @Nullable Integer version) {
        return RuleDraft.of(Map.of("windowDays", days), offset(from), offset(to), version);
    }

    private static @Nullable OffsetDateTime offset(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private <T> T inShop(ScopedValue.CallableOp<T, RuntimeException> work) {
        return TenantScope.call(shop, Actor.platform(), work);
    }

    private <T> T as(Instant moment, ScopedValue.CallableOp<T, RuntimeException> work) {
        return Moment.call(moment, () -> inShop(work));
    }

    private static List<Future<Rule>> together(int count, IntFunction<Rule> change) throws InterruptedException {
        CountDownLatch ready = new CountDownLatch(count);
        try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
            List<Callable<Rule>> changes = IntStream.range(0, count)
                    .<Callable<Rule>>mapToObj(i -> () -> {
                        ready.countDown();
                        ready.await();
                        return change.apply(i);
                    })
                    .toList();
            return threads.invokeAll(changes);
        }
    }
}
