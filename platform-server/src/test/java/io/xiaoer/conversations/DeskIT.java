package io.xiaoer.conversations;

import static io.xiaoer.conversations.DeskShop.KNOWN;
import static io.xiaoer.conversations.DeskShop.id;
import static io.xiaoer.conversations.DeskShop.kinds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.xiaoer.conversations.DeskFilter.Box;
import io.xiaoer.conversations.Message.Author;
import io.xiaoer.knowledge.Entry;
import io.xiaoer.knowledge.KnowledgeDrafts;
import io.xiaoer.shared.Moment;
import io.xiaoer.shared.Page;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenants.Members;
import io.xiaoer.tenants.Role;
import io.xiaoer.testing.IntegrationTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** The desk's side: the line, taking and giving back, answering, and what is known of each other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskIT extends IntegrationTest {

    @Autowired
    private Conversations conversations;

    @Autowired
    private Desk desk;

    @Autowired
    private DeskCare care;

    @Autowired
    private DeskFeed feed;

    @Autowired
    private CannedReplies canned;

    @Autowired
    private OfficeHours hours;

    @Autowired
    private KnowledgeDrafts drafts;

    @Autowired
    private Members members;

    private DeskShop shop;
    private String agent;

    @BeforeAll
    void openShop() {
        shop = DeskShop.open(api());
        agent = shop.join(members, Role.AGENT);
    }

    @BeforeEach
    void clearTheDesk() {
        shop.clear(desk, hours);
    }

    @Test
    void theLineIsInTheOrderInWhichTheyCame() {
        List<String> waiting =
                IntStream.range(0, 3).mapToObj(i -> shop.waiting("c" + i)).toList();

        assertThat(ids(queue(2, null))).containsExactly(waiting.get(0), waiting.get(1));
        Page<DeskLine> first = queue(2, null);
        assertThat(ids(queue(2, first.nextCursor()))).containsExactly(waiting.get(2));
        assertThat(queue(2, first.nextCursor()).nextCursor()).isNull();
        DeskLine line = first.items().getFirst();
        assertThat(line.reason()).isEqualTo(HandoverReason.ASKED_FOR);
        assertThat(Objects.requireNonNull(line.last()).author()).isEqualTo(Author.BOT);
        shop.runAsOwner(() -> desk.take(id(waiting.get(1))));
        assertThat(ids(queue(10, null))).containsExactly(waiting.get(0), waiting.get(2));
        DeskCounts counts = shop.owner(desk::counts);
        assertThat(counts.waiting()).isEqualTo(2);
        assertThat(counts.mine()).isEqualTo(1);
        assertThat(counts.held()).isEqualTo(1);
        assertThat(as(desk::counts).mine()).isZero();
        assertThat(counts.oldest()).isNotNull();
    }

    @Test
    void exactlyOneOfManyTakesAConversation() throws Exception {
        List<String> agents = IntStream.range(0, 6)
                .mapToObj(i -> shop.join(members, Role.AGENT))
                .toList();
        String conversation = shop.waiting("c1");
        CyclicBarrier together = new CyclicBarrier(agents.size());
        int taken = 0;
        int refused = 0;
        try (var pool = Executors.newFixedThreadPool(agents.size())) {
            List<Future<Boolean>> tries = pool.invokeAll(agents.stream()
                    .map(email -> (Callable<Boolean>) () -> {
                        together.await();
                        return shop.as(email, Role.AGENT, () -> {
                            desk.take(id(conversation));
                            return true;
                        });
                    })
                    .toList());
            for (Future<Boolean> tried : tries) {
                try {
                    tried.get();
                    taken++;
                } catch (ExecutionException e) {
                    assertThat(e.getCause())
                            .isInstanceOfSatisfying(
                                    Problem.class,
                                    problem -> assertThat(problem.code()).isEqualTo(Code.VERSION_CONFLICT));
                    refused++;
                }
            }
        }
        assertThat(taken).isEqualTo(1);
        assertThat(refused).isEqualTo(5);
        assertThat(changes(conversation)).containsExactly("waiting", "person");
    }

    @Test
    void aConversationWhoseAgentIsGoneWaitsAgainBeforeAllOthers() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        String first = shop.waiting("c1");
        String second = shop.waiting("c2");
        at(now, () -> desk.take(id(second)));

        shop.platform(now.plusSeconds(59), this::lookAfter);
        assertThat(mode(second)).isEqualTo(Mode.PERSON);
        at(now.plusSeconds(50), desk::here);
        shop.platform(now.plusSeconds(100), this::lookAfter);
        assertThat(mode(second)).isEqualTo(Mode.PERSON);
        shop.platform(now.plusSeconds(111), this::lookAfter);

        assertThat(mode(second)).isEqualTo(Mode.WAITING);
        assertThat(ids(queue(10, null))).containsExactly(second, first);
        Message told = conversationsAfter(second).stream()
                .filter(message -> message.kind().equals(Message.HANDOVER))
                .reduce((one, later) -> later)
                .orElseThrow();
        assertThat(told.text()).contains("暂时离开").contains("第 1 位");
        assertThat(shop.handOver(second).get("place").asInt()).isEqualTo(1);
        assertThat(shop.handOver(first).get("place").asInt()).isEqualTo(2);
    }

    @Test
    void givesAConversationToAColleagueBackToTheLineAndBackToTheBot() {
        String conversation = shop.waiting("c1");
        Agent colleague = as(desk::me);
        shop.runAsOwner(() -> desk.assign(id(conversation), colleague.id()));
        assertThat(open(conversation).line().agent()).isEqualTo(colleague);
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> shop.runAsOwner(() -> desk.take(id(conversation))))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(Code.VERSION_CONFLICT));
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> shop.runAsOwner(() -> desk.reply(id(conversation), "m", "嗨")));

        asAgent(() -> desk.requeue(id(conversation)));
        assertThat(mode(conversation)).isEqualTo(Mode.WAITING);
        shop.runAsOwner(() -> desk.backToBot(id(conversation)));
        assertThat(changes(conversation)).containsExactly("waiting", "person", "waiting", "bot");
        assertThat(kinds(shop.api.say(conversation, KNOWN))).isEqualTo("answer");
    }

    @Test
    void onlyMembersAtTheDeskMayBeGivenAConversation() {
        String viewer = shop.join(members, Role.VIEWER);
        String conversation = shop.waiting("c1");
        var theirs = shop.owner(members::list).stream()
                .filter(member -> member.email().equals(viewer))
                .findFirst()
                .orElseThrow();
        assertThat(shop.owner(desk::team)).extracting(Agent::id).doesNotContain(theirs.id());
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> shop.runAsOwner(() -> desk.assign(id(conversation), theirs.id())));
    }

    @Test
    void saysARepeatedReplyOnce() {
        String conversation = shop.waiting("c1");
        shop.runAsOwner(() -> desk.take(id(conversation)));
        Message once = shop.owner(() -> desk.reply(id(conversation), "p-1", "给您补发一瓶"));
        Message twice = shop.owner(() -> desk.reply(id(conversation), "p-1", "给您补发一瓶"));

        assertThat(twice.seq()).isEqualTo(once.seq());
        var last = shop.messages(conversation).get(2);
        assertThat(shop.messages(conversation).size()).isEqualTo(3);
        assertThat(last.get("author").asString()).isEqualTo("person");
        assertThat(last.get("kind").asString()).isEqualTo("person");
        assertThat(last.at("/agent/name").asString()).isEqualTo("人工客服").doesNotContain("@");
        assertThat(shop.api.say(conversation, "谢谢").get("replies").size()).isZero();
        DeskLine line = shop.owner(() -> desk.lines(DeskFilter.of(Box.MINE), 10, null))
                .items()
                .getFirst();
        assertThat(line.isUnanswered()).isTrue();
        assertThat(shop.owner(desk::counts).unanswered()).isEqualTo(1);
    }

    @Test
    void showsWhyTheBotSaidWhatItSaidAndWhatColleaguesThink() {
        String conversation = shop.converse("regular");
        shop.api.say(conversation, KNOWN);
        shop.handOver(conversation);
        shop.api.say(conversation, "暗号七七四");
        shop.runAsOwner(() -> {
            desk.note(id(conversation), "老顾客，好好说");
            desk.tag(id(conversation), Set.of("过敏", "急"));
            desk.tag(id(conversation), Set.of("过敏"));
        });

        DeskConversation seen = open(conversation);
        assertThat(seen.messages().get(1).receipt()).isNotNull();
        assertThat(Objects.requireNonNull(seen.messages().get(1).receipt()).kind())
                .isEqualTo("answer");
        assertThat(seen.notes()).extracting(DeskNote::text).containsExactly("老顾客，好好说");
        assertThat(seen.line().tags()).containsExactly("过敏");
        assertThat(shop.owner(desk::tags)).containsExactly("过敏");
        assertThat(ids(shop.owner(() -> desk.lines(new DeskFilter(Box.ALL, null, "过敏", Mode.WAITING), 10, null))))
                .containsExactly(conversation);
        assertThat(ids(shop.owner(() -> desk.lines(new DeskFilter(Box.ALL, "暗号七七", null, null), 10, null))))
                .containsExactly(conversation);
        assertThat(ids(shop.owner(() -> desk.lines(new DeskFilter(Box.ALL, "没有这句", null, null), 10, null))))
                .isEmpty();
        String other = shop.converse("regular");
        assertThat(shop.owner(() -> desk.history(id(conversation))))
                .extracting(line -> line.id().toString())
                .containsExactly(other);
        assertThat(shop.owner(() -> desk.before(id(conversation), 2, 10))).hasSize(1);
    }

    @Test
    void colleaguesKnowWhoElseHasAConversationOpen() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        String conversation = shop.waiting("c1");
        at(now, () -> desk.looksAt(id(conversation)));
        asAgentAt(now, () -> desk.looksAt(id(conversation)));

        assertThat(openAt(now.plusSeconds(5), conversation).others()).containsExactly(as(desk::me));
        assertThat(openAt(now.plusSeconds(41), conversation).others()).isEmpty();
        asAgentAt(now.plusSeconds(41), () -> desk.looksAt(id(conversation)));
        asAgentAt(now.plusSeconds(42), () -> desk.looksAway(id(conversation)));
        assertThat(openAt(now.plusSeconds(43), conversation).others()).isEmpty();
    }

    @Test
    void seesThatTheShopperIsWriting() {
        String conversation = shop.waiting("c1");
        DeskShop.ok(shop.api.post("/api/v1/conversations/" + conversation + "/typing", "{}"));
        assertThat(open(conversation).shopperIsTyping()).isTrue();
        shop.api.say(conversation, "在吗");
        assertThat(open(conversation).shopperIsTyping()).isFalse();
    }

    @Test
    void hearsOfChangesAtOnce() {
        List<ConversationId> heard = new CopyOnWriteArrayList<>();
        String conversation = shop.converse("c1");
        try (DeskFeed.Subscription subscription = shop.owner(() -> feed.subscribe(heard::add))) {
            shop.handOver(conversation);
            await().until(() -> heard.contains(id(conversation)));
            heard.clear();
            shop.runAsOwner(() -> desk.note(id(conversation), "记一下"));
            await().until(() -> heard.contains(id(conversation)));
            DeskShop other = DeskShop.open(api());
            String foreign = other.waiting("c1");
            assertThat(heard).doesNotContain(id(foreign));
            subscription.close();
        }
    }

    @Test
    void suggestsWhatTheBotWouldAnswer() {
        String conversation = shop.converse("c1");
        shop.api.say(conversation, KNOWN);
        shop.handOver(conversation);
        shop.api.say(conversation, "两张券能一起用不");

        List<SuggestedReply> suggested = shop.owner(() -> desk.suggest(id(conversation)));

        assertThat(suggested).extracting(SuggestedReply::entryKey).contains("coupon-stacking", "allergy-return");
        assertThat(suggested)
                .hasSizeLessThanOrEqualTo(3)
                .allMatch(reply -> !reply.text().isBlank());
    }

    @Test
    void makesAPersonsAnswerADraftThatIsOffAndForgetsWhoseItWas() {
        String conversation = shop.waiting("c1");
        shop.api.say(conversation, "香味能换成无香的吗，我电话13812341234");
        asAgent(() -> {
            desk.take(id(conversation));
            desk.reply(id(conversation), "p-1", "可以的，拍下备注「无香」就行，{{ 我们 }}会按备注发");
        });
        int answer = conversationsAfter(conversation).getLast().seq();

        Entry entry = as(() -> desk.draftFrom(id(conversation), answer));

        assertThat(entry.question()).contains("香味能换成无香的吗").doesNotContain("13812341234");
        assertThat(entry.answer()).contains("拍下备注「无香」就行").doesNotContain("{{");
        assertThat(entry.enabled()).isFalse();
        assertThat(shop.owner(() -> drafts.get(shop.bot(), entry.key()))).isEqualTo(entry);
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> as(() -> desk.draftFrom(id(conversation), 1)))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(Code.NOT_FOUND));
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> as(() -> drafts.setEnabled(shop.bot(), List.of(entry.key()), true)))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(Code.FORBIDDEN));
    }

    @Test
    void closesWhatLiesIdle() {
        Instant now = Instant.now();
        String held = shop.waiting("c1");
        String waiting = shop.waiting("c2");
        shop.owner(() -> DeskShop.save(hours, new DeskSettings(WeeklyHours.ALWAYS, null, List.of(), true, 10, 60, 0)));
        shop.runAsOwner(() -> desk.take(id(held)));

        at(now.plusSeconds(9 * 60), desk::here);
        shop.platform(now.plusSeconds(9 * 60), this::lookAfter);
        assertThat(mode(held)).isEqualTo(Mode.PERSON);
        at(now.plusSeconds(11 * 60), desk::here);
        shop.platform(now.plusSeconds(11 * 60), this::lookAfter);
        assertThat(mode(held)).isEqualTo(Mode.CLOSED);
        assertThat(mode(waiting)).isEqualTo(Mode.WAITING);
        shop.platform(now.plusSeconds(61 * 60), this::lookAfter);
        assertThat(mode(waiting)).isEqualTo(Mode.CLOSED);
    }

    @Test
    void keepsCannedRepliesAndSettingsAgainstOneAnother() {
        CannedReply reply = shop.owner(() -> canned.add(new CannedReply.Draft("地址", "addr", "您的地址已经改好了", null)));
        assertThat(as(canned::list)).containsExactly(reply);
        CannedReply changed = shop.owner(
                () -> canned.change(reply.id(), new CannedReply.Draft("地址", "addr", "地址改好了", reply.version())));
        assertThat(changed.version()).isEqualTo(2);
        refuses(Code.VERSION_CONFLICT, () -> canned.change(reply.id(), new CannedReply.Draft("地址", "addr", "旧", 1)));
        refuses(Code.INVALID_INPUT, () -> canned.add(new CannedReply.Draft("另一个", "addr", "撞了", null)));
        refuses(Code.INVALID_INPUT, () -> canned.add(new CannedReply.Draft("空格", "a b", "不行", null)));
        shop.runAsOwner(() -> canned.delete(reply.id()));
        assertThat(as(canned::list)).isEmpty();

        int version = shop.owner(hours::settings).version();
        DeskSettings saved = shop.owner(
                () -> hours.save(new DeskSettings(WeeklyHours.ALWAYS, "稍等", List.of("批发"), false, 30, 600, version)));
        assertThat(saved.version()).isEqualTo(version + 1);
        assertThat(shop.owner(hours::settings)).isEqualTo(saved);
        refuses(
                Code.VERSION_CONFLICT,
                () -> hours.save(new DeskSettings(WeeklyHours.ALWAYS, null, List.of(), true, 30, 600, version)));
        refuses(
                Code.INVALID_INPUT,
                () -> hours.save(new DeskSettings(WeeklyHours.ALWAYS, null, List.of(" "), true, 0, 600, version + 1)));
    }

    private void refuses(Code code, Runnable call) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> shop.runAsOwner(call))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code));
    }

    private boolean lookAfter() {
        care.lookAfter();
        return true;
    }

    private <T> T as(Supplier<T> work) {
        return shop.as(agent, Role.AGENT, work);
    }

    private void asAgent(Runnable work) {
        as(() -> {
            work.run();
            return true;
        });
    }

    private void at(Instant now, Runnable work) {
        Moment.<Boolean, RuntimeException>call(now, () -> {
            shop.runAsOwner(work);
            return true;
        });
    }

    private void asAgentAt(Instant now, Runnable work) {
        Moment.<Boolean, RuntimeException>call(now, () -> {
            asAgent(work);
            return true;
        });
    }

    private DeskConversation open(String conversation) {
        return shop.owner(() -> desk.open(id(conversation)));
    }

    private DeskConversation openAt(Instant now, String conversation) {
        return Moment.<DeskConversation, RuntimeException>call(now, () -> open(conversation));
    }

    private Mode mode(String conversation) {
        return open(conversation).line().mode();
    }

    private Page<DeskLine> queue(int limit, @Nullable String cursor) {
        return shop.owner(() -> desk.lines(DeskFilter.of(Box.QUEUE), limit, cursor));
    }

    private static List<String> ids(Page<DeskLine> page) {
        return page.items().stream().map(line -> line.id().toString()).toList();
    }

    private List<Message> conversationsAfter(String conversation) {
        return shop.platform(Instant.now(), () -> conversations.after(id(conversation), 0, 100));
    }

    /** The modes that a conversation took, in order. */
    private List<String> changes(String conversation) {
        return conversationsAfter(conversation).stream()
                .filter(message -> message.kind().equals(Message.MODE_CHANGE))
                .map(Message::text)
                .toList();
    }
}
