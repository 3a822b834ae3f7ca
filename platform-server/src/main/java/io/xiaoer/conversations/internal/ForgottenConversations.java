package io.xiaoer.conversations.internal;

import static io.xiaoer.conversations.internal.db.Tables.CONVERSATION;
import static io.xiaoer.conversations.internal.db.Tables.FEEDBACK;
import static io.xiaoer.conversations.internal.db.Tables.LOOK;
import static io.xiaoer.conversations.internal.db.Tables.NOTE;
import static io.xiaoer.conversations.internal.db.Tables.RATING;
import static io.xiaoer.conversations.internal.db.Tables.RECEIPT;
import static io.xiaoer.conversations.internal.db.Tables.TAG;
import static io.xiaoer.conversations.internal.db.Tables.TYPING;

import io.xiaoer.rollout.ShopperRef;
import io.xiaoer.shopdata.Aging;
import io.xiaoer.shopdata.ShopperErasure;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * Removes conversations with all that was said and shown in them. Receipts stay, without their reasons: nothing in them is anybody's, and
 * the numbers of a day still add up.
 */
@Component
class ForgottenConversations implements ShopperErasure, Aging {

    private final DSLContext db;
    private final ImageRows images;
    private final StoredImages stored;

    ForgottenConversations(DSLContext db, ImageRows images, StoredImages stored) {
        this.db = db;
        this.images = images;
        this.stored = stored;
    }

    @Override
    public String what() {
        return "conversations";
    }

    /** Waits for turns that are going on, so that what they say is removed too; a turn that waits finds no conversation. */
    @Override
    public int erase(String customerId) {
        TenantId tenant = TenantScope.required();
        List<UUID> theirs = db.select(CONVERSATION.CONVERSATION_ID)
                .from(CONVERSATION)
                .where(CONVERSATION.TENANT_ID.eq(tenant.value()))
                .and(CONVERSATION.SHOPPER.eq(ShopperRef.customer(customerId).toString()))
                .orderBy(CONVERSATION.CONVERSATION_ID)
                .forUpdate()
                .fetch(CONVERSATION.CONVERSATION_ID);
        if (!theirs.isEmpty()) {
            forget(tenant, theirs);
        }
        return theirs.size();
    }

    @Override
    public int trimConversations(OffsetDateTime before, int most) {
        TenantId tenant = TenantScope.required();
        List<UUID> old = db.select(CONVERSATION.CONVERSATION_ID)
                .from(CONVERSATION)
                .where(CONVERSATION.TENANT_ID.eq(tenant.value()))
                .and(CONVERSATION.CREATED_AT.lt(before))
                .and(CONVERSATION.UPDATED_AT.lt(before))
                .orderBy(CONVERSATION.CREATED_AT)
                .limit(most)
                .forUpdate()
                .skipLocked()
                .fetch(CONVERSATION.CONVERSATION_ID);
        if (!old.isEmpty()) {
            forget(tenant, old);
        }
        return old.size();
    }

    private void forget(TenantId tenant, List<UUID> conversations) {
        UUID[] ids = conversations.toArray(UUID[]::new);
        stored.removeAfterCommit(tenant, images.forget(tenant, ids));
        db.execute("select conversations.forget_messages(?, ?)", tenant.value(), ids);
        db.update(RECEIPT)
                .setNull(RECEIPT.RECEIPT_)
                .where(RECEIPT.TENANT_ID.eq(tenant.value()))
                .and(RECEIPT.CONVERSATION_ID.eq(DSL.any(ids)))
                .execute();
        // the score counts on, what was said of it goes
        db.update(RATING)
                .setNull(RATING.COMMENT)
                .where(RATING.TENANT_ID.eq(tenant.value()))
                .and(RATING.CONVERSATION_ID.eq(DSL.any(ids)))
                .execute();
        for (Table<?> table : List.of(NOTE, TAG, FEEDBACK, LOOK, TYPING)) {
            db.deleteFrom(table)
                    .where(DSL.field(table.getQualifiedName().append("tenant_id"), UUID.class)
                            .eq(tenant.value()))
                    .and(DSL.field(table.getQualifiedName().append("conversation_id"), UUID.class)
                            .eq(DSL.any(ids)))
                    .execute();
        }
        db.deleteFrom(CONVERSATION)
                .where(CONVERSATION.TENANT_ID.eq(tenant.value()))
                .and(CONVERSATION.CONVERSATION_ID.eq(DSL.any(ids)))
                .execute();
    }
}
