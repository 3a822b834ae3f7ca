package io.xiaoer.conversations.internal;

import static io.xiaoer.conversations.internal.db.Tables.CONVERSATION;
import static io.xiaoer.conversations.internal.db.Tables.MESSAGE;
import static io.xiaoer.conversations.internal.db.Tables.RECEIPT;

import io.xiaoer.answering.Receipt;
import io.xiaoer.conversations.Conversation;
import io.xiaoer.conversations.Message;
import io.xiaoer.tenancy.TenantId;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Writes whole conversations, many with each statement. */
@Repository
public class HistoryRows {

    private final DSLContext db;
    private final JsonMapper json;

    HistoryRows(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** A conversation with all that was said. */
    public record Past(Conversation conversation, List<Message> messages, List<PastReply> replies) {}

    /** A reply with why it was given. */
    public record PastReply(
            Message message,
            @Nullable Integer release,
            @Nullable Receipt reasons,
            int micros) {}

    public void insert(TenantId tenant, List<Past> all) {
        insertConversations(tenant, all);
        insertMessages(tenant, all);
        insertReceipts(tenant, all);
    }

    private void insertConversations(TenantId tenant, List<Past> all) {
        var insert = db.insertInto(
                CONVERSATION,
                CONVERSATION.TENANT_ID,
                CONVERSATION.CONVERSATION_ID,
                CONVERSATION.BOT_ID,
                CONVERSATION.SHOPPER,
                CONVERSATION.MODE,
                CONVERSATION.LAST_SEQ,
                CONVERSATION.PAGE,
                CONVERSATION.PAGE_KIND,
                CONVERSATION.CREATED_AT,
                CONVERSATION.UPDATED_AT);
        for (Past past : all) {
            Conversation conversation = past.conversation();
            String page = conversation.pageKind();
            insert = insert.values(
                    tenant.value(),
                    conversation.id().value(),
                    conversation.bot().value(),
                    conversation.shopper().toString(),
                    conversation.mode().name(),
                    conversation.lastSeq(),
                    page == null ? null : JSONB.jsonb(json.writeValueAsString(Map.of("kind", page))),
                    page,
                    past.messages().getFirst().at(),
                    past.messages().getLast().at());
        }
        insert.execute();
    }

    private void insertMessages(TenantId tenant, List<Past> all) {
        var insert = db.insertInto(
                MESSAGE,
                MESSAGE.TENANT_ID,
                MESSAGE.CONVERSATION_ID,
                MESSAGE.SEQ,
                MESSAGE.MESSAGE_ID,
                MESSAGE.AUTHOR,
                MESSAGE.KIND,
                MESSAGE.TEXT,
                MESSAGE.ENTRY_KEY,
                MESSAGE.CONFIDENCE,
                MESSAGE.CHOICES,
                MESSAGE.LINKS,
                MESSAGE.IN_REPLY_TO,
                MESSAGE.CREATED_AT);
        for (Past past : all) {
            for (Message message : past.messages()) {
                insert = insert.values(
                        tenant.value(),
                        past.conversation().id().value(),
                        message.seq(),
                        message.id(),
                        message.author().name(),
                        message.kind(),
                        message.text(),
                        message.entryKey(),
                        message.confidence(),
                        list(message.choices()),
                        list(message.links()),
                        message.inReplyTo().toArray(String[]::new),
                        message.at());
            }
        }
        insert.execute();
    }

    private void insertReceipts(TenantId tenant, List<Past> all) {
        // the same reasons are often given many times
        Map<Receipt, JSONB> written = new IdentityHashMap<>();
        var insert = db.insertInto(
                RECEIPT,
                RECEIPT.TENANT_ID,
                RECEIPT.CONVERSATION_ID,
                RECEIPT.SEQ,
                RECEIPT.BOT_ID,
                RECEIPT.KIND,
                RECEIPT.ENTRY_KEY,
                RECEIPT.MICROS,
                RECEIPT.PAGE_KIND,
                RECEIPT.RELEASE,
                RECEIPT.RECEIPT_,
                RECEIPT.CREATED_AT);
        for (Past past : all) {
            for (PastReply reply : past.replies()) {
                Receipt reasons = reply.reasons();
                insert = insert.values(
                        tenant.value(),
                        past.conversation().id().value(),
                        reply.message().seq(),
                        past.conversation().bot().value(),
                        reply.message().kind(),
                        reply.message().entryKey(),
                        reply.micros(),
                        past.conversation().pageKind(),
                        reply.release(),
                        reasons == null
                                ? null
                                : written.computeIfAbsent(
                                        reasons, fresh -> JSONB.jsonb(json.writeValueAsString(fresh))),
                        reply.message().at());
            }
        }
        insert.execute();
    }

    private @Nullable JSONB list(List<?> values) {
        return values.isEmpty() ? null : JSONB.jsonb(json.writeValueAsString(values));
    }
}
