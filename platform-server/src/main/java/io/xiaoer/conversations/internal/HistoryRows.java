package io.xiaoer.conversations.internal;

import static io.xiaoer.conversations.internal.db.Tables.CONVERSATION;

import io.xiaoer.answering.Receipt;
import io.xiaoer.conversations.Conversation;
import io.xiaoer.conversations.Message;
import io.xiaoer.conversations.internal.ConversationRows.Said;
import io.xiaoer.conversations.internal.ReceiptRows.Given;
import io.xiaoer.tenancy.TenantId;
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
    private final ConversationRows rows;
    private final ReceiptRows receipts;
    private final JsonMapper json;

    HistoryRows(DSLContext db, ConversationRows rows, ReceiptRows receipts, JsonMapper json) {
        this.db = db;
        this.rows = rows;
        this.receipts = receipts;
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
        rows.insertMessages(
                tenant,
                all.stream()
                        .flatMap(past -> past.messages().stream()
                                .map(message -> new Said(past.conversation().id(), message)))
                        .toList());
        receipts.insertReceipts(
                tenant,
                all.stream()
                        .flatMap(past -> past.replies().stream()
                                .map(reply -> new Given(
                                        past.conversation(),
                                        reply.message(),
                                        reply.message().kind(),
                                        null,
                                        reply.release(),
                                        reply.reasons(),
                                        (long) reply.micros(),
                                        null)))
                        .toList());
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
}
