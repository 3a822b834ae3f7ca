package io.xiaoer.conversations.internal;

import io.xiaoer.conversations.ConversationId;
import io.xiaoer.conversations.Image;
import io.xiaoer.conversations.ImageId;
import io.xiaoer.conversations.ImageStore;
import io.xiaoer.conversations.Images.Picture;
import io.xiaoer.conversations.internal.pictures.CleanPicture;
import io.xiaoer.shared.Ids;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Pictures of the bound shop: what the table says of them, and their bytes in the store, kept in step. */
@Component
public class StoredImages {

    private static final Logger LOG = LoggerFactory.getLogger(StoredImages.class);

    private final ImageRows rows;
    private final ImageStore store;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StoredImages(ImageRows rows, ImageStore store, TransactionTemplate transaction, Clock clock) {
        this.rows = rows;
        this.store = store;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The same upload, if it came before and was not sent yet. */
    Optional<Image> unsent(ConversationId conversation, byte[] sha256) {
        TenantId tenant = TenantScope.required();
        return read(() -> rows.unsent(tenant, conversation, sha256));
    }

    /**
     * Keeps a picture.
     *
     * @param sha256 of what was uploaded
     * @throws Problem if the conversation is gone, or it cannot be kept
     */
    Image keep(ConversationId conversation, CleanPicture picture, byte[] sha256) {
        TenantId tenant = TenantScope.required();
        ImageId id = new ImageId(Ids.next());
        try {
            transaction.executeWithoutResult(
                    status -> rows.insert(tenant, conversation, id, picture, sha256, OffsetDateTime.now(clock)));
            transaction.executeWithoutResult(status -> {
                if (!rows.markStored(tenant, conversation, id)) {
                    throw Problem.notFound("conversation");
                }
                store.put(tenant, id, picture.bytes());
            });
        } catch (DataIntegrityViolationException e) {
            throw Problem.notFound("conversation");
        } catch (UncheckedIOException e) {
            LOG.error("A picture of tenant {} could not be stored", tenant, e);
            throw new Problem(Code.UNAVAILABLE, "The picture could not be stored. Send it again in a moment.");
        }
        return new Image(id, picture.width(), picture.height());
    }

    /** Empty if the conversation has no such picture. */
    public Optional<Picture> get(ConversationId conversation, ImageId image) {
        TenantId tenant = TenantScope.required();
        return read(() -> rows.contentType(tenant, conversation, image))
                .flatMap(type -> store.get(tenant, image).map(bytes -> new Picture(type, bytes)));
    }

    /** Removes files once the transaction that goes on has forgotten them; what fails is left to the next {@link #sweep}. */
    void removeAfterCommit(TenantId tenant, List<ImageId> images) {
        if (images.isEmpty()) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                for (ImageId image : images) {
                    try {
                        store.delete(tenant, image);
                    } catch (RuntimeException e) {
                        LOG.warn("A forgotten picture of tenant {} could not be removed yet", tenant, e);
                    }
                }
            }
        });
    }

    /**
     * Removes pictures that were forgotten, or uploaded before {@code unsentSince} and not sent, within the caller's transaction.
     *
     * @return how many; fewer than {@code most} if none are left
     */
    int sweep(TenantId tenant, OffsetDateTime unsentSince, int most) {
        List<ImageId> left = rows.leftOver(tenant, unsentSince, most);
        if (!left.isEmpty()) {
            left.forEach(image -> store.delete(tenant, image));
            rows.delete(tenant, left);
        }
        return left.size();
    }

    private <T> Optional<T> read(Supplier<Optional<T>> query) {
        Optional<T> found = transaction.execute(status -> query.get());
        return found == null ? Optional.empty() : found;
    }
}
