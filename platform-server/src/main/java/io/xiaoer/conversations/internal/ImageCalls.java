package io.xiaoer.conversations.internal;

import io.xiaoer.bots.BotId;
import io.xiaoer.conversations.Conversation;
import io.xiaoer.conversations.Conversations;
import io.xiaoer.conversations.Image;
import io.xiaoer.conversations.ImageId;
import io.xiaoer.conversations.Images.Picture;
import io.xiaoer.conversations.internal.Wire.ImageResource;
import io.xiaoer.conversations.internal.pictures.PictureType;
import io.xiaoer.conversations.internal.pictures.Workshop;
import io.xiaoer.rollout.ShopperRef;
import io.xiaoer.shared.Digests;
import io.xiaoer.shared.Ids;
import io.xiaoer.shared.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.StreamUtils;

/** Pictures, as the chat API and the widget ask for them alike: a null bot or shopper stands for any of the shop's. */
@Component
class ImageCalls {

    private static final Duration FRESH = Duration.ofDays(1);

    private final Conversations conversations;
    private final StoredImages stored;
    private final Workshop workshop;

    ImageCalls(Conversations conversations, StoredImages stored, Workshop workshop) {
        this.conversations = conversations;
        this.stored = stored;
        this.workshop = workshop;
    }

    /** The same file again, as long as it was not sent, is the same picture. */
    ImageResource upload(String id, @Nullable BotId bot, @Nullable ShopperRef shopper, HttpServletRequest request)
            throws IOException {
        Conversation conversation = conversations.get(id, bot, shopper);
        PictureType type = PictureType.of(request.getContentType())
                .orElseThrow(() -> Problem.invalid("Content-Type", "must be image/jpeg, image/png or image/gif"));
        return workshop.within(() -> {
            byte[] file = StreamUtils.copyToByteArray(request.getInputStream());
            byte[] sha256 = Digests.sha256().digest(file);
            Optional<Image> before = stored.unsent(conversation.id(), sha256);
            return ImageResource.of(
                    before.isPresent()
                            ? before.get()
                            : stored.keep(conversation.id(), workshop.clean(type, file), sha256));
        });
    }

    ResponseEntity<byte[]> get(String id, @Nullable BotId bot, @Nullable ShopperRef shopper, String imageId) {
        Conversation conversation = conversations.get(id, bot, shopper);
        Picture picture = Ids.parse(imageId)
                .flatMap(image -> stored.get(conversation.id(), new ImageId(image)))
                .orElseThrow(() -> Problem.notFound("picture"));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(picture.contentType()))
                .cacheControl(CacheControl.maxAge(FRESH).cachePrivate().immutable())
                .eTag("\"" + imageId + "\"")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(picture.bytes());
    }
}
