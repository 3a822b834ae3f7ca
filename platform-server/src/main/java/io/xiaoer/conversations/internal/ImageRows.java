package io.xiaoer.conversations.internal;

import static io.xiaoer.conversations.internal.db.Tables.IMAGE;

import io.xiaoer.conversations.ConversationId;
import io.xiaoer.conversations.Image;
import io.xiaoer.conversations.ImageId;
import io.xiaoer.conversations.internal.pictures.CleanPicture;
import io.xiaoer.shared.Ids;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.TenantId;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/**
 * The table of shoppers' pictures. A row is there before its file and is gone only after it, so that no file is ever left that
 * nobody knows of.
 */
@Repository
public class ImageRows {

    private final DSLContext db;

    ImageRows(DSLContext db) {
        this.db = db;
    }

    /** The same upload, if it came before and was not sent yet. */
    Optional<Image> unsent(TenantId tenant, ConversationId conversation, byte[] sha256) {
        return db.selectFrom(IMAGE)
                .where(in(tenant, conversation))
                .and(IMAGE.SHA256.eq(sha256))
                .and(IMAGE.STORED)
                .and(IMAGE.MESSAGE_SEQ.isNull())
                .limit(1)
                .fetchOptional(ImageRows::image);
    }

    /** Notes a picture whose file is to be written. */
    void insert(
            TenantId tenant,
            ConversationId conversation,
            ImageId image,
            CleanPicture picture,
            byte[] sha256,
            OffsetDateTime at) {
        db.insertInto(IMAGE)
                .set(IMAGE.TENANT_ID, tenant.value())
                .set(IMAGE.IMAGE_ID, image.value())
                .set(IMAGE.CONVERSATION_ID, conversation.value())
                .set(IMAGE.STORED, false)
                .set(IMAGE.CONTENT_TYPE, picture.type().contentType())
                .set(IMAGE.BYTES, picture.bytes().length)
                .set(IMAGE.WIDTH, picture.width())
                .set(IMAGE.HEIGHT, picture.height())
                .set(IMAGE.SHA256, sha256)
                .set(IMAGE.CREATED_AT, at)
                .execute();
    }

    /** Notes that the file is being written; false if the conversation was forgotten meanwhile. Until the transaction ends, it cannot be. */
    boolean markStored(TenantId tenant, ConversationId conversation, ImageId image) {
        return db.update(IMAGE)
                        .set(IMAGE.STORED, true)
                        .where(in(tenant, conversation))
                        .and(IMAGE.IMAGE_ID.eq(image.value()))
                        .execute()
                == 1;
    }

    /** The {@code Content-Type} of a picture; empty if the conversation has none of this id. */
    Optional<String> contentType(TenantId tenant, ConversationId conversation, ImageId image) {
        return db.select(IMAGE.CONTENT_TYPE)
                .from(IMAGE)
                .where(in(tenant, conversation))
                .and(IMAGE.IMAGE_ID.eq(image.value()))
                .and(IMAGE.STORED)
                .fetchOptional(IMAGE.CONTENT_TYPE);
    }

    /**
     * The pictures that a message names, in its order.
     *
     * @throws Problem if one is not the conversation's, or was sent before
     */
    public List<Image> named(TenantId tenant, ConversationId conversation, List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<UUID> known = ids.stream().flatMap(id -> Ids.parse(id).stream()).toList();
        Map<UUID, Image> found = new HashMap<>();
        db.selectFrom(IMAGE)
                .where(in(tenant, conversation))
                .and(IMAGE.IMAGE_ID.eq(DSL.any(known.toArray(UUID[]::new))))
                .and(IMAGE.STORED)
                .and(IMAGE.MESSAGE_SEQ.isNull())
                .fetch(ImageRows::image)
                .forEach(image -> found.put(image.id().value(), image));
        if (found.size() < ids.size()) {
            throw noLongerThere();
        }
        return known.stream().map(found::get).toList();
    }

    /** Notes with which message pictures were sent. */
    public void markSent(TenantId tenant, ConversationId conversation, List<Image> images, int seq) {
        if (images.isEmpty()) {
            return;
        }
        int marked = db.update(IMAGE)
                .set(IMAGE.MESSAGE_SEQ, seq)
                .where(in(tenant, conversation))
                .and(IMAGE.IMAGE_ID.eq(
                        DSL.any(images.stream().map(image -> image.id().value()).toArray(UUID[]::new))))
                .and(IMAGE.MESSAGE_SEQ.isNull())
                .execute();
        if (marked < images.size()) {
            throw noLongerThere();
        }
    }

    private static Problem noLongerThere() {
        return Problem.invalid(
                "images", "must be ids of pictures that were uploaded to this conversation and not sent yet");
    }

    /** Takes the pictures of conversations that are being forgotten away from them; what is left is to remove their files. */
    List<ImageId> forget(TenantId tenant, UUID[] conversations) {
        return db.update(IMAGE)
                .setNull(IMAGE.CONVERSATION_ID)
                .setNull(IMAGE.MESSAGE_SEQ)
                .where(IMAGE.TENANT_ID.eq(tenant.value()))
                .and(IMAGE.CONVERSATION_ID.eq(DSL.any(conversations)))
                .returningResult(IMAGE.IMAGE_ID)
                .fetch(row -> new ImageId(row.value1()));
    }

    /** Pictures that were forgotten, or not sent since; held until the transaction ends, so that none of them is sent any more. */
    List<ImageId> leftOver(TenantId tenant, OffsetDateTime unsentSince, int most) {
        return db.select(IMAGE.IMAGE_ID)
                .from(IMAGE)
                .where(IMAGE.TENANT_ID.eq(tenant.value()))
                .and(IMAGE.MESSAGE_SEQ.isNull())
                .and(IMAGE.CONVERSATION_ID.isNull().or(IMAGE.CREATED_AT.lt(unsentSince)))
                .orderBy(IMAGE.CREATED_AT)
                .limit(most)
                .forUpdate()
                .skipLocked()
                .fetch(row -> new ImageId(row.value1()));
    }

    void delete(TenantId tenant, List<ImageId> images) {
        db.deleteFrom(IMAGE)
                .where(IMAGE.TENANT_ID.eq(tenant.value()))
                .and(IMAGE.IMAGE_ID.eq(
                        DSL.any(images.stream().map(ImageId::value).toArray(UUID[]::new))))
                .execute();
    }

    private static Condition in(TenantId tenant, ConversationId conversation) {
        return IMAGE.TENANT_ID.eq(tenant.value()).and(IMAGE.CONVERSATION_ID.eq(conversation.value()));
    }

    private static Image image(Record row) {
        return new Image(new ImageId(row.get(IMAGE.IMAGE_ID)), row.get(IMAGE.WIDTH), row.get(IMAGE.HEIGHT));
    }
}
