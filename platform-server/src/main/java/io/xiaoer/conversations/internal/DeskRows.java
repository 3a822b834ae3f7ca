package io.xiaoer.conversations.internal;

import static io.xiaoer.conversations.internal.db.Tables.CONVERSATION;
import static io.xiaoer.conversations.internal.db.Tables.MESSAGE;
import static io.xiaoer.conversations.internal.db.Tables.RATING;
import static io.xiaoer.conversations.internal.db.Tables.TAG;

import io.xiaoer.bots.BotId;
import io.xiaoer.conversations.Conversation;
import io.xiaoer.conversations.ConversationId;
import io.xiaoer.conversations.DeskCounts;
import io.xiaoer.conversations.DeskFilter;
import io.xiaoer.conversations.DeskFilter.Box;
import io.xiaoer.conversations.DeskLine;
import io.xiaoer.conversations.DeskLine.Last;
import io.xiaoer.conversations.HandoverReason;
import io.xiaoer.conversations.Message.Author;
import io.xiaoer.conversations.Mode;
import io.xiaoer.rollout.ShopperRef;
import io.xiaoer.shared.Ids;
import io.xiaoer.shared.Page;
import io.xiaoer.tenancy.TenantId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.SelectSeekStepN;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Conversations as lists of the desk. */
@Repository
public class DeskRows {

    /** A search looks at so many, and costs the same in a shop with millions. */
    private static final int SEARCHED = 2_000;

    private static final int PREVIEW = 120;
    private static final String WAITING = Mode.WAITING.name();
    private static final String PERSON = Mode.PERSON.name();
    private static final Condition FIRST = DSL.condition(CONVERSATION.WAITING_FIRST);

    private static final Field<String> LAST_AUTHOR = DSL.field(DSL.name("last", "author"), String.class);
    private static final Field<String> LAST_TEXT = DSL.field(DSL.name("last", "text"), String.class);
    private static final Field<OffsetDateTime> LAST_AT =
            DSL.field(DSL.name("last", "created_at"), SQLDataType.OFFSETDATETIME);

    private final DSLContext db;

    DeskRows(DSLContext db) {
        this.db = db;
    }

    /** @param me the member who asks */
    public Page<DeskLine> lines(TenantId tenant, UUID me, DeskFilter filter, int limit, @Nullable String cursor) {
        var matching = lines(tenant, tags(tenant))
                .where(CONVERSATION.TENANT_ID.eq(tenant.value()))
                .and(filter(tenant, me, filter));
        if (filter.box() == Box.ALL) {
            String after = Page.after(cursor);
            Optional<UUID> last = Ids.parse(after);
            var newest = last.map(id -> matching.and(CONVERSATION.CONVERSATION_ID.lt(id)))
                    .orElse(matching);
            return Page.of(
                    newest.orderBy(CONVERSATION.CONVERSATION_ID.desc())
                            .limit(limit + 1)
                            .fetch(this::line),
                    limit,
                    line -> line.id().toString());
        }
        int skipped = Page.afterNumber(cursor, 0);
        return Page.of(
                ordered(filter.box(), matching).limit(limit + 1).offset(skipped).fetch(this::line),
                limit,
                line -> Integer.toString(skipped + limit));
    }

    public Optional<DeskLine> line(TenantId tenant, ConversationId id) {
        return lines(tenant, tags(tenant))
                .where(CONVERSATION.TENANT_ID.eq(tenant.value()))
                .and(CONVERSATION.CONVERSATION_ID.eq(id.value()))
                .fetchOptional(this::line);
    }

    /** The shopper's other conversations, newest first. */
    public List<DeskLine> others(TenantId tenant, Conversation conversation, int limit) {
        return lines(tenant, tags(tenant))
                .where(CONVERSATION.TENANT_ID.eq(tenant.value()))
                .and(CONVERSATION.BOT_ID.eq(conversation.bot().value()))
                .and(CONVERSATION.SHOPPER.eq(conversation.shopper().toString()))
                .and(CONVERSATION.CONVERSATION_ID.ne(conversation.id().value()))
                .orderBy(CONVERSATION.CREATED_AT.desc())
                .limit(limit)
                .fetch(this::line);
    }

    private static SelectSeekStepN<Record> ordered(Box box, SelectConditionStep<Record> matching) {
        List<org.jooq.SortField<?>> order = box == Box.QUEUE
                ? List.of(
                        CONVERSATION.WAITING_FIRST.desc(),
                        CONVERSATION.WAITING_SINCE.asc(),
                        CONVERSATION.CONVERSATION_ID.asc())
                : List.of(
                        DSL.when(LAST_AUTHOR.eq(Author.SHOPPER.name()), LAST_AT)
                                .asc()
                                .nullsLast(),
                        CONVERSATION.UPDATED_AT.desc(),
                        CONVERSATION.CONVERSATION_ID.asc());
        return matching.orderBy(order);
    }

    private org.jooq.SelectJoinStep<Record> lines(TenantId tenant, Field<String[]> tags) {
        return db.select(CONVERSATION.fields())
                .select(LAST_AUTHOR, LAST_TEXT, LAST_AT, RATING.SCORE, tags)
                .from(CONVERSATION)
                .leftJoin(last(tenant))
                .on(DSL.trueCondition())
                .leftJoin(RATING)
                .on(RATING.TENANT_ID.eq(tenant.value()))
                .and(RATING.CONVERSATION_ID.eq(CONVERSATION.CONVERSATION_ID));
    }

    private static Table<?> last(TenantId tenant) {
        return DSL.lateral(DSL.select(
                                MESSAGE.AUTHOR, DSL.left(MESSAGE.TEXT, PREVIEW).as("text"), MESSAGE.CREATED_AT)
                        .from(MESSAGE)
                        .where(MESSAGE.TENANT_ID.eq(tenant.value()))
                        .and(MESSAGE.CONVERSATION_ID.eq(CONVERSATION.CONVERSATION_ID))
                        .and(MESSAGE.AUTHOR.ne(Author.SYSTEM.name()))
                        .orderBy(MESSAGE.SEQ.desc())
                        .limit(1))
                .as("last");
    }

    private static Field<String[]> tags(TenantId tenant) {
        return DSL.array(DSL.select(TAG.TAG_)
                        .from(TAG)
                        .where(TAG.TENANT_ID.eq(tenant.value()))
                        .and(TAG.CONVERSATION_ID.eq(CONVERSATION.CONVERSATION_ID))
                        .orderBy(TAG.TAG_))
                .as("tags");
    }

    private static Condition filter(TenantId tenant, UUID me, DeskFilter filter) {
        Condition all = switch (filter.box()) {
            case QUEUE -> CONVERSATION.MODE.eq(DSL.inline(WAITING));
            case MINE -> CONVERSATION.MODE.eq(DSL.inline(PERSON)).and(CONVERSATION.AGENT_ID.eq(me));
            case ALL ->
                filter.mode() == null
                        ? DSL.trueCondition()
                        : CONVERSATION.MODE.eq(filter.mode().name());
        };
        if (filter.tag() != null) {
            all = all.and(CONVERSATION.CONVERSATION_ID.in(DSL.select(TAG.CONVERSATION_ID)
                    .from(TAG)
                    .where(TAG.TENANT_ID.eq(tenant.value()))
                    .and(TAG.TAG_.eq(filter.tag()))));
        }
        return filter.search() == null || filter.search().isBlank()
                ? all
                : all.and(found(tenant, filter.box(), filter.search().strip()));
    }

    private static Condition found(TenantId tenant, Box box, String search) {
        Condition found = CONVERSATION
                .SHOPPER_NAME
                .containsIgnoreCase(search)
                .or(CONVERSATION.SHOPPER.containsIgnoreCase(search))
                .or(DSL.exists(DSL.selectOne()
                        .from(MESSAGE)
                        .where(MESSAGE.TENANT_ID.eq(tenant.value()))
                        .and(MESSAGE.CONVERSATION_ID.eq(CONVERSATION.CONVERSATION_ID))
                        .and(MESSAGE.AUTHOR.ne(Author.SYSTEM.name()))
                        .and(MESSAGE.TEXT.containsIgnoreCase(search))));
        if (box != Box.ALL) {
            return found;
        }
        var other = CONVERSATION.as("newest");
        return CONVERSATION
                .CONVERSATION_ID
                .in(DSL.select(other.CONVERSATION_ID)
                        .from(other)
                        .where(other.TENANT_ID.eq(tenant.value()))
                        .orderBy(other.CONVERSATION_ID.desc())
                        .limit(SEARCHED))
                .and(found);
    }

    public DeskCounts counts(TenantId tenant, UUID me) {
        Condition mine = CONVERSATION.MODE.eq(DSL.inline(PERSON)).and(CONVERSATION.AGENT_ID.eq(me));
        Condition waits = CONVERSATION.MODE.eq(DSL.inline(WAITING));
        Field<Integer> waiting = DSL.count().filterWhere(waits);
        Field<Integer> ofMine = DSL.count().filterWhere(mine);
        Field<Integer> unanswered = DSL.count().filterWhere(mine.and(LAST_AUTHOR.eq(Author.SHOPPER.name())));
        Field<Integer> held = DSL.count().filterWhere(CONVERSATION.MODE.eq(DSL.inline(PERSON)));
        Field<OffsetDateTime> oldest = DSL.min(CONVERSATION.WAITING_SINCE).filterWhere(waits);
        return db.select(waiting, ofMine, unanswered, held, oldest)
                .from(CONVERSATION)
                .leftJoin(last(tenant))
                .on(mine)
                .where(CONVERSATION.TENANT_ID.eq(tenant.value()))
                .and(CONVERSATION.MODE.in(DSL.inline(WAITING), DSL.inline(PERSON)))
                .fetchSingle(
                        row -> new DeskCounts(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }

    /** How many wait before a conversation that would wait since then. */
    public int ahead(TenantId tenant, ConversationId id, boolean first, OffsetDateTime since) {
        Condition before = CONVERSATION
                .WAITING_SINCE
                .lt(since)
                .or(CONVERSATION.WAITING_SINCE.eq(since).and(CONVERSATION.CONVERSATION_ID.lt(id.value())));
        return db.fetchCount(
                CONVERSATION,
                CONVERSATION
                        .TENANT_ID
                        .eq(tenant.value())
                        .and(CONVERSATION.MODE.eq(DSL.inline(WAITING)))
                        .and(CONVERSATION.CONVERSATION_ID.ne(id.value()))
                        .and(first ? FIRST.and(before) : FIRST.or(before)));
    }

    /** Conversations of which the desk shows something that changed after {@code since}, and when it did. */
    Map<ConversationId, OffsetDateTime> changed(TenantId tenant, OffsetDateTime since) {
        return db.select(CONVERSATION.CONVERSATION_ID, CONVERSATION.DESK_AT)
                .from(CONVERSATION)
                .where(CONVERSATION.TENANT_ID.eq(tenant.value()))
                .and(CONVERSATION.DESK_AT.gt(since))
                .fetchMap(row -> new ConversationId(row.value1()), row -> row.value2());
    }

    /** Notes that the desk shows something new of a conversation. */
    public void touch(TenantId tenant, ConversationId id, OffsetDateTime at) {
        db.update(CONVERSATION)
                .set(CONVERSATION.DESK_AT, at)
                .where(CONVERSATION.TENANT_ID.eq(tenant.value()))
                .and(CONVERSATION.CONVERSATION_ID.eq(id.value()))
                .execute();
    }

    private DeskLine line(Record row) {
        String reason = row.get(CONVERSATION.HANDOVER_REASON);
        String author = row.get(LAST_AUTHOR);
        Short score = row.get(RATING.SCORE);
        return new DeskLine(
                new ConversationId(row.get(CONVERSATION.CONVERSATION_ID)),
                new BotId(row.get(CONVERSATION.BOT_ID)),
                ShopperRef.parse(row.get(CONVERSATION.SHOPPER)),
                row.get(CONVERSATION.SHOPPER_NAME),
                Mode.valueOf(row.get(CONVERSATION.MODE)),
                reason == null ? null : HandoverReason.valueOf(reason),
                row.get(CONVERSATION.WAITING_SINCE),
                ConversationRows.agent(row),
                author == null ? null : new Last(Author.valueOf(author), row.get(LAST_TEXT), row.get(LAST_AT)),
                List.of(row.get("tags", String[].class)),
                score == null ? null : (Integer) score.intValue(),
                row.get(CONVERSATION.CREATED_AT));
    }
}
