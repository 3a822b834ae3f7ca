package io.xiaoer.conversations.internal;

import static io.xiaoer.conversations.internal.db.Tables.RECEIPT;

import io.xiaoer.answering.Receipt;
import io.xiaoer.conversations.Conversation;
import io.xiaoer.conversations.ConversationId;
import io.xiaoer.conversations.HandoverReason;
import io.xiaoer.conversations.Message;
import io.xiaoer.rollout.Admission;
import io.xiaoer.rollout.Admission.Admitted;
import io.xiaoer.rollout.Admission.NotYet;
import io.xiaoer.tenancy.TenantId;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table of receipts: why a reply said what it said, and what counting needs. */
@Repository
public class ReceiptRows {

    /** Receipts of messages that a person answers are counted as this. */
    public static final String TO_PERSON = Message.PERSON;

    private final DSLContext db;
    private final JsonMapper json;

    ReceiptRows(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** Keeps why a reply said what it said, and what counting needs. */
    public void insert(TenantId tenant, Given given) {
        insertReceipts(tenant, List.of(given));
    }

    /**
     * A reply, where it was given, and why; or a message that a person answers, under its own number.
     *
     * @param kind as what it is counted
     * @param handover why the shopper was handed over with it; null if not
     * @param release and {@code reasons}: null for a reply that no release gave
     * @param micros microseconds it took; null where that says nothing
     * @param asked what it is about; null where nobody keeps books on it
     */
    public record Given(
            Conversation conversation,
            Message reply,
            String kind,
            @Nullable HandoverReason handover,
            @Nullable Integer release,
            @Nullable Receipt reasons,
            @Nullable Long micros,
            @Nullable Asked asked) {}

    /**
     * What was asked, and by whom.
     *
     * @param question the number of the shopper's message; of the hand-over itself where the button asked for it
     * @param staff whether the shopper is; null if that was not asked
     * @param pilot the pilot whose member the shopper is; null if of none
     */
    public record Asked(
            int question, @Nullable Boolean staff, @Nullable Integer pilot) {

        /** It is not asked who writes to a person. */
        public static Asked ofSomebody(int question) {
            return new Asked(question, null, null);
        }

        public static Asked of(int question, Admission admission) {
            return switch (admission) {
                case Admitted admitted -> new Asked(question, admitted.staff(), admitted.pilot());
                case NotYet() -> new Asked(question, false, null);
            };
        }
    }

    /** Receipts of one conversation or of several. */
    void insertReceipts(TenantId tenant, List<Given> all) {
        // the same reasons may be given many times
        Map<Receipt, JSONB> written = new IdentityHashMap<>();
        var insert = db.insertInto(
                RECEIPT,
                RECEIPT.TENANT_ID,
                RECEIPT.CONVERSATION_ID,
                RECEIPT.SEQ,
                RECEIPT.BOT_ID,
                RECEIPT.KIND,
                RECEIPT.HANDOVER,
                RECEIPT.ENTRY_KEY,
                RECEIPT.MICROS,
                RECEIPT.PAGE_KIND,
                RECEIPT.RELEASE,
                RECEIPT.RECEIPT_,
                RECEIPT.CREATED_AT,
                RECEIPT.QUESTION,
                RECEIPT.STAFF,
                RECEIPT.PILOT);
        for (Given given : all) {
            Receipt reasons = given.reasons();
            Asked asked = given.asked();
            insert = insert.values(
                    tenant.value(),
                    given.conversation().id().value(),
                    given.reply().seq(),
                    given.conversation().bot().value(),
                    given.kind(),
                    given.handover() == null ? null : given.handover().key(),
                    given.reply().entryKey(),
                    given.micros() == null ? null : (int) Math.min(Integer.MAX_VALUE, given.micros()),
                    given.conversation().pageKind(),
                    given.release(),
                    reasons == null
                            ? null
                            : written.computeIfAbsent(reasons, fresh -> JSONB.jsonb(json.writeValueAsString(fresh))),
                    given.reply().at(),
                    asked == null ? null : asked.question(),
                    asked == null ? null : asked.staff(),
                    asked == null ? null : asked.pilot());
        }
        insert.execute();
    }

    /** Why the replies from {@code from} to {@code to} said what they said, by their numbers. */
    public Map<Integer, Receipt> reasons(TenantId tenant, ConversationId id, int from, int to) {
        Map<Integer, Receipt> reasons = new HashMap<>();
        db.select(RECEIPT.SEQ, RECEIPT.RECEIPT_)
                .from(RECEIPT)
                .where(RECEIPT.TENANT_ID.eq(tenant.value()))
                .and(RECEIPT.CONVERSATION_ID.eq(id.value()))
                .and(RECEIPT.SEQ.between(from, to))
                .and(RECEIPT.RECEIPT_.isNotNull())
                .forEach(row ->
                        reasons.put(row.value1(), json.readValue(row.value2().data(), Receipt.class)));
        return reasons;
    }
}
