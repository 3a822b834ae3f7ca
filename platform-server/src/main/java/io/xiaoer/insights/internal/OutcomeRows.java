package io.xiaoer.insights.internal;

import static io.xiaoer.insights.internal.db.Tables.OUTCOME;

import io.xiaoer.bots.BotId;
import io.xiaoer.conversations.AskedQuestion.Place;
import io.xiaoer.conversations.ConversationId;
import io.xiaoer.conversations.HandoverReason;
import io.xiaoer.insights.Outcome;
import io.xiaoer.insights.OutcomeKind;
import io.xiaoer.rollout.ShopperRef;
import io.xiaoer.tenancy.TenantId;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The table of outcomes. */
@Repository
public class OutcomeRows {

    private static final String[] QUESTIONS = Arrays.stream(OutcomeKind.values())
            .filter(OutcomeKind::isQuestion)
            .map(OutcomeKind::key)
            .toArray(String[]::new);

    /** Keeps these locks apart from others of the same tenant. */
    private static final long LOCK = 0x6f75_7463_6f6d_6573L;

    private final DSLContext db;

    OutcomeRows(DSLContext db) {
        this.db = db;
    }

    /** What the bot was asked and had to say something to. */
    static Condition isQuestion() {
        return OUTCOME.KIND.in(QUESTIONS);
    }

    /** The bot had to do with it: a question, or the wish for a person. */
    static Condition isBots() {
        return isQuestion().or(OUTCOME.KIND.eq(OutcomeKind.HANDED_OVER.key()));
    }

    /** What a shopper's question failed by, worded as its index is. */
    static Condition failed() {
        return DSL.condition(
                "not {0} and ({1} in ('unknown', 'declined') or {2} = 'data-missing' or {3} is false or {4})",
                OUTCOME.STAFF, OUTCOME.KIND, OUTCOME.HANDOVER, OUTCOME.HELPFUL, OUTCOME.ASKED_AGAIN);
    }

    static Condition is(TenantId tenant, BotId bot) {
        return OUTCOME.TENANT_ID.eq(tenant.value()).and(OUTCOME.BOT_ID.eq(bot.value()));
    }

    /** Adds those that are not there yet, and says which they were. */
    Set<Place> insert(TenantId tenant, List<Outcome> outcomes) {
        if (outcomes.isEmpty()) {
            return Set.of();
        }
        var insert = db.insertInto(
                OUTCOME,
                OUTCOME.TENANT_ID,
                OUTCOME.CONVERSATION_ID,
                OUTCOME.SEQ,
                OUTCOME.REPLY_SEQ,
                OUTCOME.BOT_ID,
                OUTCOME.SHOPPER,
                OUTCOME.PILOT,
                OUTCOME.STAFF,
                OUTCOME.RELEASE,
                OUTCOME.KIND,
                OUTCOME.HANDOVER,
                OUTCOME.ENTRY_KEY,
                OUTCOME.MISSING,
                OUTCOME.CHOICE_TAKEN,
                OUTCOME.HELPFUL,
                OUTCOME.ASKED_AGAIN,
                OUTCOME.MICROS,
                OUTCOME.PAGE_KIND,
                OUTCOME.INSTANT,
                OUTCOME.ASKED,
                OUTCOME.AT);
        for (Outcome outcome : outcomes) {
            ShopperRef shopper = outcome.shopper();
            HandoverReason handover = outcome.handover();
            insert = insert.values(
                    tenant.value(),
                    outcome.conversation().value(),
                    outcome.seq(),
                    outcome.reply(),
                    outcome.bot().value(),
                    shopper == null ? null : shopper.toString(),
                    outcome.pilot(),
                    outcome.staff(),
                    outcome.release(),
                    outcome.kind().key(),
                    handover == null ? null : handover.key(),
                    outcome.entryKey(),
                    outcome.missing(),
                    outcome.choiceTaken(),
                    outcome.helpful(),
                    outcome.askedAgain(),
                    outcome.micros(),
                    outcome.pageKind(),
                    outcome.instant(),
                    // whose question it was is not known any more: what it said neither
                    shopper == null ? null : outcome.asked(),
                    outcome.at());
        }
        return new HashSet<>(insert.onConflictDoNothing()
                .returningResult(OUTCOME.CONVERSATION_ID, OUTCOME.SEQ)
                .fetch(row -> new Place(new ConversationId(row.value1()), row.value2())));
    }

    /** The receipts of these conversations of which there is an outcome. */
    Set<Place> recorded(TenantId tenant, Collection<ConversationId> conversations) {
        return new HashSet<>(db.select(OUTCOME.CONVERSATION_ID, OUTCOME.REPLY_SEQ)
                .from(OUTCOME)
                .where(OUTCOME.TENANT_ID.eq(tenant.value()))
                .and(OUTCOME.CONVERSATION_ID.eq(DSL.any(ids(conversations))))
                .and(OUTCOME.REPLY_SEQ.isNotNull())
                .fetch(row -> new Place(new ConversationId(row.value1()), row.value2())));
    }

    /** Whether the shopper of a conversation is staff, and of which pilot they are a member. */
    record Standing(boolean staff, @Nullable Integer pilot) {
        static final Standing NONE = new Standing(false, null);
    }

    /** As it was when the bot last had to do with these conversations. */
    Map<ConversationId, Standing> standings(TenantId tenant, Collection<ConversationId> conversations) {
        return db.select(OUTCOME.CONVERSATION_ID, OUTCOME.STAFF, OUTCOME.PILOT)
                .distinctOn(OUTCOME.CONVERSATION_ID)
                .from(OUTCOME)
                .where(OUTCOME.TENANT_ID.eq(tenant.value()))
                .and(OUTCOME.CONVERSATION_ID.eq(DSL.any(ids(conversations))))
                .and(isBots())
                .orderBy(OUTCOME.CONVERSATION_ID, OUTCOME.AT.desc())
                .fetchMap(row -> new ConversationId(row.value1()), row -> new Standing(row.value2(), row.value3()));
    }

    /** The choices that were offered last before {@code seq} were taken. */
    void choiceTaken(TenantId tenant, ConversationId conversation, int seq) {
        db.update(OUTCOME)
                .set(OUTCOME.CHOICE_TAKEN, true)
                .where(OUTCOME.TENANT_ID.eq(tenant.value()))
                .and(OUTCOME.CONVERSATION_ID.eq(conversation.value()))
                .and(OUTCOME.KIND.eq(OutcomeKind.CHOICES.key()))
                .and(OUTCOME.SEQ.eq(DSL.select(DSL.max(OUTCOME.SEQ))
                        .from(OUTCOME)
                        .where(OUTCOME.TENANT_ID.eq(tenant.value()))
                        .and(OUTCOME.CONVERSATION_ID.eq(conversation.value()))
                        .and(OUTCOME.SEQ.between(1, seq - 1))))
                .execute();
    }

    /** What the shopper thought of a reply; false if nothing is known of it yet. */
    boolean helped(TenantId tenant, ConversationId conversation, int reply, boolean helpful) {
        return db.update(OUTCOME)
                        .set(OUTCOME.HELPFUL, helpful)
                        .where(OUTCOME.TENANT_ID.eq(tenant.value()))
                        .and(OUTCOME.CONVERSATION_ID.eq(conversation.value()))
                        .and(OUTCOME.REPLY_SEQ.eq(reply))
                        .and(OUTCOME.KIND.ne(OutcomeKind.PERSON.key()))
                        .execute()
                > 0;
    }

    void askedAgain(TenantId tenant, Collection<Place> questions) {
        db.update(OUTCOME)
                .set(OUTCOME.ASKED_AGAIN, true)
                .where(OUTCOME.TENANT_ID.eq(tenant.value()))
                .and(DSL.row(OUTCOME.CONVERSATION_ID, OUTCOME.SEQ)
                        .in(questions.stream()
                                .map(place -> DSL.row(place.conversation().value(), place.seq()))
                                .toList()))
                .execute();
    }

    /** What the bot said something to when these shoppers asked it, newest first. */
    List<Outcome> served(TenantId tenant, Collection<ShopperRef> shoppers, OffsetDateTime since) {
        String[] named = shoppers.stream().map(ShopperRef::toString).toArray(String[]::new);
        return db.selectFrom(OUTCOME)
                .where(OUTCOME.TENANT_ID.eq(tenant.value()))
                .and(OUTCOME.SHOPPER.eq(DSL.any(named)))
                .and(OUTCOME.AT.ge(since))
                .and(OUTCOME.SEQ.gt(0))
                .and(OUTCOME.KIND.in(OutcomeKind.ANSWERED.key(), OutcomeKind.CHOICES.key(), OutcomeKind.DECLINED.key()))
                .orderBy(OUTCOME.AT.desc(), OUTCOME.SEQ.desc())
                .fetch(OutcomeRows::outcome);
    }

    /** Nothing that is left is the shopper's. */
    int forget(TenantId tenant, ShopperRef shopper) {
        return db.update(OUTCOME)
                .setNull(OUTCOME.SHOPPER)
                .setNull(OUTCOME.ASKED)
                .where(OUTCOME.TENANT_ID.eq(tenant.value()))
                .and(OUTCOME.SHOPPER.eq(shopper.toString()))
                .execute();
    }

    int forgetBefore(TenantId tenant, Collection<BotId> bots, OffsetDateTime before) {
        UUID[] ids = bots.stream().map(BotId::value).toArray(UUID[]::new);
        return db.update(OUTCOME)
                .setNull(OUTCOME.SHOPPER)
                .setNull(OUTCOME.ASKED)
                .where(OUTCOME.TENANT_ID.eq(tenant.value()))
                .and(OUTCOME.BOT_ID.eq(DSL.any(ids)))
                .and(OUTCOME.AT.lt(before))
                .and(OUTCOME.SHOPPER.isNotNull())
                .execute();
    }

    /** Keeps erasures away until the transaction ends, but nobody else who records. */
    void lockTogether(TenantId tenant) {
        db.execute("select pg_advisory_xact_lock_shared(?)", lock(tenant));
    }

    /** Waits for those who record; who begins after finds nothing of whom is erased. */
    void lockAlone(TenantId tenant) {
        db.execute("select pg_advisory_xact_lock(?)", lock(tenant));
    }

    private static long lock(TenantId tenant) {
        return LOCK ^ tenant.value().getMostSignificantBits() ^ tenant.value().getLeastSignificantBits();
    }

    private static UUID[] ids(Collection<ConversationId> conversations) {
        return conversations.stream().map(ConversationId::value).toArray(UUID[]::new);
    }

    static Outcome outcome(Record row) {
        String shopper = row.get(OUTCOME.SHOPPER);
        return new Outcome(
                new ConversationId(row.get(OUTCOME.CONVERSATION_ID)),
                row.get(OUTCOME.SEQ),
                row.get(OUTCOME.REPLY_SEQ),
                new BotId(row.get(OUTCOME.BOT_ID)),
                shopper == null ? null : ShopperRef.parse(shopper),
                row.get(OUTCOME.PILOT),
                row.get(OUTCOME.STAFF),
                row.get(OUTCOME.RELEASE),
                OutcomeKind.of(row.get(OUTCOME.KIND)),
                reason(row.get(OUTCOME.HANDOVER)),
                row.get(OUTCOME.ENTRY_KEY),
                row.get(OUTCOME.MISSING),
                row.get(OUTCOME.CHOICE_TAKEN),
                row.get(OUTCOME.HELPFUL),
                row.get(OUTCOME.ASKED_AGAIN),
                row.get(OUTCOME.MICROS),
                row.get(OUTCOME.PAGE_KIND),
                row.get(OUTCOME.INSTANT),
                row.get(OUTCOME.ASKED),
                row.get(OUTCOME.AT));
    }

    private static @Nullable HandoverReason reason(@Nullable String key) {
        return key == null
                ? null
                : HandoverReason.valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
