package io.xiaoer.conversations.internal;

import static io.xiaoer.conversations.internal.db.Tables.CONVERSATION;
import static io.xiaoer.conversations.internal.db.Tables.FEEDBACK;
import static io.xiaoer.conversations.internal.db.Tables.MESSAGE;
import static io.xiaoer.conversations.internal.db.Tables.RECEIPT;

import io.xiaoer.answering.Fact;
import io.xiaoer.bots.BotId;
import io.xiaoer.conversations.AskedQuestion;
import io.xiaoer.conversations.AskedQuestion.Place;
import io.xiaoer.conversations.AskedQuestions.Given;
import io.xiaoer.conversations.ConversationId;
import io.xiaoer.conversations.HandoverReason;
import io.xiaoer.conversations.Message.Author;
import io.xiaoer.conversations.internal.db.tables.Message;
import io.xiaoer.rollout.ShopperRef;
import io.xiaoer.tenancy.TenantId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reads receipts together with what they are about. */
@Repository
public class AskedRows {

    private static final String DECLINED = "declined";
    private static final String INSTANT = "instant-";

    private static final Message SAID = MESSAGE.as("said");

    private final DSLContext db;
    private final JsonMapper json;

    AskedRows(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** In the order in which they were asked; not those of which it is not known any more what was asked. */
    public List<AskedQuestion> of(TenantId tenant, Collection<Place> receipts) {
        Field<Integer> question =
                DSL.coalesce(RECEIPT.QUESTION, lastSaid(tenant)).as("question");
        Field<String> path =
                DSL.jsonbGetAttributeAsText(DSL.jsonbGetAttribute(RECEIPT.RECEIPT_, "understanding"), "path");
        Field<JSONB> facts = DSL.when(
                        MESSAGE.KIND.eq(DECLINED).or(RECEIPT.HANDOVER.eq(HandoverReason.DATA_MISSING.key())),
                        DSL.jsonbGetAttribute(RECEIPT.RECEIPT_, "facts"))
                .otherwise(DSL.castNull(SQLDataType.JSONB));
        Field<Boolean> joined = DSL.coalesce(
                        DSL.jsonbGetAttributeAsText(DSL.jsonbGetAttribute(RECEIPT.RECEIPT_, "understanding"), "joined")
                                .eq(DSL.inline("true")),
                        DSL.inline(false))
                .as("joined");
        Field<Integer[]> together = together(tenant).as("together");
        Field<String> typed = typed(tenant).as("typed");
        return db
                .select(
                        RECEIPT.CONVERSATION_ID,
                        RECEIPT.SEQ,
                        RECEIPT.BOT_ID,
                        RECEIPT.STAFF,
                        RECEIPT.PILOT,
                        RECEIPT.RELEASE,
                        RECEIPT.KIND,
                        RECEIPT.HANDOVER,
                        RECEIPT.ENTRY_KEY,
                        RECEIPT.MICROS,
                        RECEIPT.PAGE_KIND,
                        RECEIPT.CREATED_AT)
                .select(question, path.as("path"), facts.as("missing_facts"), joined, together, typed)
                .select(CONVERSATION.SHOPPER, MESSAGE.KIND.as("said_kind"), FEEDBACK.HELPFUL)
                .from(RECEIPT)
                .leftJoin(CONVERSATION)
                .on(CONVERSATION.TENANT_ID.eq(tenant.value()))
                .and(CONVERSATION.CONVERSATION_ID.eq(RECEIPT.CONVERSATION_ID))
                .leftJoin(MESSAGE)
                .on(MESSAGE.TENANT_ID.eq(tenant.value()))
                .and(MESSAGE.CONVERSATION_ID.eq(RECEIPT.CONVERSATION_ID))
                .and(MESSAGE.SEQ.eq(RECEIPT.SEQ))
                .leftJoin(FEEDBACK)
                .on(FEEDBACK.TENANT_ID.eq(tenant.value()))
                .and(FEEDBACK.CONVERSATION_ID.eq(RECEIPT.CONVERSATION_ID))
                .and(FEEDBACK.SEQ.eq(RECEIPT.SEQ))
                .where(RECEIPT.TENANT_ID.eq(tenant.value()))
                .and(DSL.row(RECEIPT.CONVERSATION_ID, RECEIPT.SEQ)
                        .in(receipts.stream()
                                .map(place -> DSL.row(place.conversation().value(), place.seq()))
                                .toList()))
                .orderBy(RECEIPT.CREATED_AT, RECEIPT.CONVERSATION_ID, RECEIPT.SEQ)
                .fetch()
                .stream()
                .filter(row -> row.get(question) != null)
                .map(row -> asked(
                        row,
                        row.get(question),
                        row.get("path", String.class),
                        pieces(row.get(joined), row.get(together))))
                .toList();
    }

    /** The newest message of the shopper up to the receipt: receipts from before do not name theirs. */
    private static Field<Integer> lastSaid(TenantId tenant) {
        return DSL.field(DSL.select(DSL.max(SAID.SEQ))
                .from(SAID)
                .where(SAID.TENANT_ID.eq(tenant.value()))
                .and(SAID.CONVERSATION_ID.eq(RECEIPT.CONVERSATION_ID))
                .and(SAID.SEQ.le(RECEIPT.SEQ))
                .and(SAID.AUTHOR.eq(Author.SHOPPER.name())));
    }

    private static Field<String> typed(TenantId tenant) {
        Message asked = MESSAGE.as("asked");
        return DSL.field(DSL.select(asked.TEXT)
                .from(asked)
                .where(asked.TENANT_ID.eq(tenant.value()))
                .and(asked.CONVERSATION_ID.eq(RECEIPT.CONVERSATION_ID))
                .and(asked.SEQ.eq(DSL.coalesce(RECEIPT.QUESTION, lastSaid(tenant))))
                .and(asked.AUTHOR.eq(Author.SHOPPER.name())));
    }

    private static Field<Integer[]> together(TenantId tenant) {
        return DSL.array(DSL.select(SAID.SEQ)
                .from(SAID)
                .where(SAID.TENANT_ID.eq(tenant.value()))
                .and(SAID.CONVERSATION_ID.eq(RECEIPT.CONVERSATION_ID))
                .and(SAID.AUTHOR.eq(Author.SHOPPER.name()))
                .and(SAID.MESSAGE_ID.eq(DSL.any(MESSAGE.IN_REPLY_TO)))
                .and(SAID.SEQ.ne(DSL.coalesce(RECEIPT.QUESTION, DSL.inline(0))))
                .orderBy(SAID.SEQ));
    }

    /** Every message of the last seconds is named by a reply; only where they were joined were they one question. */
    private static List<Integer> pieces(boolean joined, Integer[] named) {
        return joined ? List.of(named) : List.of();
    }

    /** Where a conversation stands, read without what a turn may have stumbled over. */
    public record TalkPlace(
            BotId bot,
            ShopperRef shopper,
            int lastSeq,
            @Nullable String pageKind) {}

    public Optional<TalkPlace> place(TenantId tenant, ConversationId id) {
        return db.select(CONVERSATION.BOT_ID, CONVERSATION.SHOPPER, CONVERSATION.LAST_SEQ, CONVERSATION.PAGE_KIND)
                .from(CONVERSATION)
                .where(CONVERSATION.TENANT_ID.eq(tenant.value()))
                .and(CONVERSATION.CONVERSATION_ID.eq(id.value()))
                .fetchOptional(row -> new TalkPlace(
                        new BotId(row.value1()), ShopperRef.parse(row.value2()), row.value3(), row.value4()));
    }

    private AskedQuestion asked(Record row, int question, @Nullable String path, List<Integer> together) {
        String shopper = row.get(CONVERSATION.SHOPPER);
        String counted = row.get(RECEIPT.KIND);
        String said = row.get("said_kind", String.class);
        String handover = row.get(RECEIPT.HANDOVER);
        JSONB facts = row.get("missing_facts", JSONB.class);
        boolean chosen = "chosen".equals(path);
        String typed = row.get("typed", String.class);
        return new AskedQuestion(
                new ConversationId(row.get(RECEIPT.CONVERSATION_ID)),
                question,
                row.get(RECEIPT.SEQ),
                new BotId(row.get(RECEIPT.BOT_ID)),
                shopper == null ? null : ShopperRef.parse(shopper),
                row.get(RECEIPT.STAFF),
                row.get(RECEIPT.PILOT),
                row.get(RECEIPT.RELEASE),
                said == null || counted.equals(ReceiptRows.TO_PERSON) ? counted : said,
                handover == null
                        ? null
                        : HandoverReason.valueOf(
                                handover.toUpperCase(Locale.ROOT).replace('-', '_')),
                row.get(RECEIPT.ENTRY_KEY),
                facts == null ? null : missing(json.readValue(facts.data(), Fact[].class)),
                chosen,
                together,
                row.get(FEEDBACK.HELPFUL),
                row.get(RECEIPT.MICROS),
                row.get(RECEIPT.PAGE_KIND),
                path != null && path.startsWith(INSTANT),
                chosen || typed == null ? null : TypedText.of(typed).orElse(null),
                row.get(RECEIPT.CREATED_AT));
    }

    private static @Nullable String missing(Fact[] facts) {
        return Arrays.stream(facts)
                .filter(fact -> !fact.isKnown() && !fact.state().isQuestion())
                .findFirst()
                .map(fact -> fact.need().key() + ":" + fact.state().key())
                .orElse(null);
    }

    /** Oldest first. */
    public List<Given> givenAfter(TenantId tenant, List<BotId> bots, Given after, int limit) {
        return db.select(RECEIPT.CONVERSATION_ID, RECEIPT.SEQ, RECEIPT.CREATED_AT)
                .from(RECEIPT)
                .where(RECEIPT.TENANT_ID.eq(tenant.value()))
                .and(RECEIPT.BOT_ID.eq(DSL.any(bots.stream().map(BotId::value).toArray(UUID[]::new))))
                .and(RECEIPT.CREATED_AT.ge(after.at()))
                .and(DSL.row(RECEIPT.CREATED_AT, RECEIPT.CONVERSATION_ID, RECEIPT.SEQ)
                        .gt(
                                after.at(),
                                after.receipt().conversation().value(),
                                after.receipt().seq()))
                .orderBy(RECEIPT.CREATED_AT, RECEIPT.CONVERSATION_ID, RECEIPT.SEQ)
                .limit(limit)
                .fetch(row -> new Given(new Place(new ConversationId(row.value1()), row.value2()), row.value3()));
    }

    /** What shoppers wrote. */
    public Map<Place, String> texts(TenantId tenant, Collection<Place> messages) {
        Condition wanted = DSL.row(MESSAGE.CONVERSATION_ID, MESSAGE.SEQ)
                .in(messages.stream()
                        .map(place -> DSL.row(place.conversation().value(), place.seq()))
                        .toList());
        return db.select(MESSAGE.CONVERSATION_ID, MESSAGE.SEQ, MESSAGE.TEXT)
                .from(MESSAGE)
                .where(MESSAGE.TENANT_ID.eq(tenant.value()))
                .and(wanted)
                .and(MESSAGE.AUTHOR.eq(Author.SHOPPER.name()))
                .fetchMap(row -> new Place(new ConversationId(row.value1()), row.value2()), row -> row.value3());
    }

    /** Something said in a conversation. */
    public record Line(ConversationId conversation, int seq, Author author, String text) {}

    /** How far after a question is looked for what was said to it. */
    private static final int AFTER = 40;

    /** What was said to these messages and after them, in order. */
    public List<Line> said(TenantId tenant, Collection<Place> messages) {
        Condition after = DSL.falseCondition();
        for (Place place : messages) {
            after = after.or(MESSAGE.CONVERSATION_ID
                    .eq(place.conversation().value())
                    .and(MESSAGE.SEQ.between(place.seq() + 1, place.seq() + AFTER)));
        }
        return db.select(MESSAGE.CONVERSATION_ID, MESSAGE.SEQ, MESSAGE.AUTHOR, MESSAGE.TEXT)
                .from(MESSAGE)
                .where(MESSAGE.TENANT_ID.eq(tenant.value()))
                .and(MESSAGE.AUTHOR.ne(Author.SYSTEM.name()))
                .and(after)
                .orderBy(MESSAGE.CONVERSATION_ID, MESSAGE.SEQ)
                .fetch(row -> new Line(
                        new ConversationId(row.value1()), row.value2(), Author.valueOf(row.value3()), row.value4()));
    }

    public Map<ConversationId, String> names(TenantId tenant, Set<ConversationId> conversations) {
        UUID[] ids = conversations.stream().map(ConversationId::value).toArray(UUID[]::new);
        return db.select(CONVERSATION.CONVERSATION_ID, CONVERSATION.SHOPPER_NAME)
                .from(CONVERSATION)
                .where(CONVERSATION.TENANT_ID.eq(tenant.value()))
                .and(CONVERSATION.CONVERSATION_ID.eq(DSL.any(ids)))
                .and(CONVERSATION.SHOPPER_NAME.isNotNull())
                .fetchMap(row -> new ConversationId(row.value1()), row -> row.value2());
    }
}
