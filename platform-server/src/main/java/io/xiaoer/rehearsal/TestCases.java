package io.xiaoer.rehearsal;

import io.xiaoer.bots.BotId;
import io.xiaoer.conversations.Conversation;
import io.xiaoer.conversations.ConversationId;
import io.xiaoer.conversations.Conversations;
import io.xiaoer.knowledge.Entry;
import io.xiaoer.knowledge.KnowledgeDrafts;
import io.xiaoer.knowledge.SheetFormat;
import io.xiaoer.rehearsal.TestCase.Draft;
import io.xiaoer.rehearsal.TestCase.Origin;
import io.xiaoer.rehearsal.internal.CaseRows;
import io.xiaoer.rehearsal.internal.CaseSheet;
import io.xiaoer.rehearsal.internal.SaidCase;
import io.xiaoer.rollout.ShopperRef;
import io.xiaoer.shared.Audited;
import io.xiaoer.shared.Ids;
import io.xiaoer.shared.Page;
import io.xiaoer.shared.Problem;
import io.xiaoer.shopdata.ShopData;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantScope;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the bound shop's bots are held to. */
@Service
@Requires(Permission.EDIT)
public class TestCases {

    /** The most of a bot. Two writers at the same moment may exceed it a little. */
    public static final int MOST = 2_000;

    private static final int LOOKED_BACK = 40;

    private final CaseRows rows;
    private final Conversations conversations;
    private final KnowledgeDrafts drafts;
    private final ShopData data;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TestCases(
            CaseRows rows,
            Conversations conversations,
            KnowledgeDrafts drafts,
            ShopData data,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.conversations = conversations;
        this.drafts = drafts;
        this.data = data;
        this.events = events;
        this.clock = clock;
    }

    /** A case as the audit trail keeps it: without whose question it is. */
    private record Standing(String question, String group, Expectation expect, boolean required) {
        static Standing of(TestCase one) {
            return new Standing(one.question(), one.group(), one.expect(), one.required());
        }
    }

    /** What came of a file. */
    public record Imported(int created, int updated, int unchanged, List<Rejection> rejected) {
        public Imported {
            rejected = List.copyOf(rejected);
        }
    }

    /** @param row as a spreadsheet counts, the headings being row 1 */
    public record Rejection(int row, String reason) {}

    /**
     * A case that was made of what was said.
     *
     * @param isNew false if the bot was held to just that already
     */
    public record Kept(TestCase testCase, boolean isNew) {}

    /** All of a bot, group by group. */
    @Transactional(readOnly = true)
    @Requires(Permission.VIEW)
    public List<TestCase> all(BotId bot) {
        return rows.all(TenantScope.required(), bot);
    }

    /** In the order in which they were made; {@code cursor} from the page before. */
    @Transactional(readOnly = true)
    @Requires(Permission.VIEW)
    public Page<TestCase> list(BotId bot, @Nullable String cursor, int limit) {
        String after = Page.after(cursor);
        UUID from = after.isEmpty()
                ? null
                : Ids.parse(after)
                        .orElseThrow(() -> Problem.invalid("cursor", "must be a nextCursor from an earlier page"));
        return Page.of(
                rows.after(TenantScope.required(), bot, from, limit + 1),
                limit,
                one -> one.id().toString());
    }

    /** @throws Problem if the bot has no such case */
    @Transactional(readOnly = true)
    @Requires(Permission.VIEW)
    public TestCase get(BotId bot, String id) {
        return find(bot, id);
    }

    /** @throws Problem if the draft is not valid, or the bot has {@link #MOST} */
    @Transactional
    public TestCase add(BotId bot, Draft draft) {
        return insert(bot, draft, Origin.PERSON);
    }

    private TestCase insert(BotId bot, Draft draft, Origin origin) {
        draft.validate();
        TestCase fresh = made(Ids.next(), draft, origin, 1);
        requireRoom(bot, 1);
        rows.insert(TenantScope.required(), bot, List.of(fresh), OffsetDateTime.now(clock));
        events.publishEvent(new Audited("test-case.created", fresh.question(), null, Standing.of(fresh)));
        return fresh;
    }

    /** Adds what a vertical pack holds its bots to. */
    @Transactional
    public void addPack(BotId bot, List<Draft> pack) {
        pack.forEach(Draft::validate);
        requireRoom(bot, pack.size());
        rows.insert(
                TenantScope.required(),
                bot,
                pack.stream()
                        .map(draft -> made(Ids.next(), draft, Origin.PACK, 1))
                        .toList(),
                OffsetDateTime.now(clock));
    }

    /** @throws Problem if the draft is not valid, there is no such case, or someone else changed it */
    @Transactional
    public TestCase change(BotId bot, String id, Draft draft) {
        draft.validate();
        TestCase old = find(bot, id);
        if (draft.version() != null && draft.version() != old.version()) {
            throw Problem.versionConflict();
        }
        return write(old, made(old.id(), draft, old.origin(), old.version() + 1));
    }

    private TestCase write(TestCase old, TestCase fresh) {
        if (!rows.update(TenantScope.required(), fresh, OffsetDateTime.now(clock))) {
            throw Problem.versionConflict();
        }
        events.publishEvent(new Audited("test-case.changed", fresh.question(), Standing.of(old), Standing.of(fresh)));
        return fresh;
    }

    /** @throws Problem if there is none */
    @Transactional
    public void delete(BotId bot, String id) {
        TestCase old = find(bot, id);
        rows.delete(TenantScope.required(), old.id());
        events.publishEvent(new Audited("test-case.deleted", old.question(), Standing.of(old), null));
    }

    /**
     * Takes a csv or xlsx file; a bad row rejects itself only. Rows are matched with cases by question and shopper.
     *
     * @param locale the language of reasons
     * @throws Problem if it is no table of cases at all, or there is no room for them
     */
    @Transactional
    public Imported importFile(BotId bot, byte[] file, String locale) {
        Map<String, String> keys = new HashMap<>();
        List<Entry> entries = drafts.enabled(bot);
        entries.forEach(entry -> keys.put(entry.question(), entry.key()));
        entries.forEach(entry -> keys.put(entry.key(), entry.key()));
        CaseSheet sheet = CaseSheet.read(file, MOST, locale, keys);
        Map<String, TestCase> there = new HashMap<>();
        rows.all(TenantScope.required(), bot).forEach(one -> there.putIfAbsent(asked(one), one));
        List<TestCase> fresh = new ArrayList<>();
        int updated = 0;
        int unchanged = 0;
        for (Draft draft : sheet.drafts()) {
            TestCase row = made(Ids.next(), draft, Origin.FILE, 1);
            TestCase old = there.get(asked(row));
            if (old == null) {
                fresh.add(row);
                continue;
            }
            TestCase over = over(old, row);
            if (over.equals(old)) {
                unchanged++;
            } else {
                write(old, over.next());
                updated++;
            }
        }
        requireRoom(bot, fresh.size());
        rows.insert(TenantScope.required(), bot, fresh, OffsetDateTime.now(clock));
        List<Rejection> rejected = sheet.rejected();
        Map<String, Integer> counts = Map.of("created", fresh.size(), "updated", updated, "rejected", rejected.size());
        events.publishEvent(new Audited("test-cases.imported", bot.toString(), null, counts));
        return new Imported(fresh.size(), updated, unchanged, rejected);
    }

    /** All cases as a file that {@link #importFile} takes. */
    @Transactional(readOnly = true)
    @Requires(Permission.VIEW)
    public byte[] export(BotId bot, SheetFormat format, String locale) {
        return CaseSheet.write(rows.all(TenantScope.required(), bot), format, locale);
    }

    /**
     * Makes a question and the reply that the bot gave a case. What is personal in the words is taken out, and whose question it was is kept
     * only of a customer whom the shop knows.
     *
     * @param seq of the bot's reply
     * @throws Problem if the bot said no such thing, or to nothing
     */
    @Transactional
    public Kept addFrom(ConversationId id, int seq) {
        Conversation conversation = conversations.get(id.toString(), null, null);
        Draft draft = SaidCase.of(
                conversations.after(id, Math.max(0, seq - LOOKED_BACK - 1), LOOKED_BACK + 1),
                seq,
                customer(conversation.shopper()).orElse(null),
                conversation.page());
        return keep(conversation.bot(), draft);
    }

    /** Makes something that was tried a case, if the bot is not held to just that already. */
    @Transactional
    public Kept addTried(BotId bot, Draft draft) {
        return keep(bot, draft);
    }

    private Kept keep(BotId bot, Draft draft) {
        draft.validate();
        TestCase wanted = made(Ids.next(), draft, Origin.CONVERSATION, 1);
        Optional<TestCase> there = rows.all(TenantScope.required(), bot).stream()
                .filter(one -> asked(one).equals(asked(wanted))
                        && one.history().equals(wanted.history())
                        && one.expect().equals(wanted.expect()))
                .findFirst();
        return there.map(one -> new Kept(one, false))
                .orElseGet(() -> new Kept(insert(bot, draft, Origin.CONVERSATION), true));
    }

    private Optional<String> customer(ShopperRef shopper) {
        return shopper.kind() == ShopperRef.Kind.CUSTOMER
                        && data.of(shopper.id(), List.of()).customer() != null
                ? Optional.of(shopper.id())
                : Optional.empty();
    }

    private void requireRoom(BotId bot, int more) {
        if (rows.count(TenantScope.required(), bot) + more > MOST) {
            throw Problem.quota("tests", "A bot may have " + MOST + " test cases. Delete some that it does not need.");
        }
    }

    private TestCase find(BotId bot, String id) {
        return Ids.parse(id)
                .flatMap(known -> rows.find(TenantScope.required(), bot, known))
                .orElseThrow(() -> Problem.notFound("test case"));
    }

    private static TestCase made(UUID id, Draft draft, Origin origin, int version) {
        String shopper = draft.shopperId();
        return new TestCase(
                id,
                draft.group() == null ? "" : draft.group().strip(),
                Objects.requireNonNull(draft.question()).strip(),
                draft.history() == null
                        ? List.of()
                        : draft.history().stream().map(String::strip).toList(),
                draft.apart() == null || draft.apart(),
                shopper == null || shopper.isBlank() ? null : shopper.strip(),
                draft.page() == null || draft.page().isEmpty() ? null : draft.page(),
                draft.at(),
                Objects.requireNonNull(draft.expect()),
                draft.required() != null && draft.required(),
                origin,
                version);
    }

    /** By what cases are matched. */
    private static String asked(TestCase one) {
        return one.question() + "\n" + (one.shopperId() == null ? "" : one.shopperId());
    }

    /** What a file does not say stays as it is. */
    private static TestCase over(TestCase old, TestCase row) {
        OffsetDateTime at = row.at();
        OffsetDateTime before = old.at();
        boolean sameMoment = at == null || before != null && at.toInstant().equals(before.toInstant());
        return new TestCase(
                old.id(),
                row.group().isEmpty() ? old.group() : row.group(),
                old.question(),
                old.history(),
                old.apart(),
                old.shopperId(),
                row.page() == null ? old.page() : row.page(),
                sameMoment ? before : at,
                row.expect(),
                row.required(),
                old.origin(),
                old.version());
    }
}
