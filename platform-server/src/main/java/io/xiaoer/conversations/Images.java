package io.xiaoer.conversations;

import io.xiaoer.conversations.internal.StoredImages;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import org.springframework.stereotype.Service;

/** The pictures that shoppers sent to the bound shop. */
@Service
@Requires(Permission.CONVERSE)
public class Images {

    private final StoredImages stored;

    Images(StoredImages stored) {
        this.stored = stored;
    }

    /**
     * A picture's bytes.
     *
     * @param contentType {@code image/jpeg} or {@code image/png}
     */
    public record Picture(String contentType, byte[] bytes) {}

    /** @throws Problem if the conversation has no such picture */
    public Picture of(ConversationId conversation, ImageId image) {
        return stored.get(conversation, image).orElseThrow(() -> Problem.notFound("picture"));
    }
}
