package io.xiaoer.conversations.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.xiaoer.conversations.PictureFixtures;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.IntegrationTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.transaction.support.TransactionTemplate;

/** Pictures go when what they belong to goes, the file as well as the row. */
class ForgottenImagesIT extends IntegrationTest {

    @Autowired
    private StoredImages stored;

    @Autowired
    private ForgottenConversations conversations;

    @Autowired
    private TransactionTemplate transaction;

    @Value("${xiaoer.db.data}")
    private Path data;

    private TestShop shop;
    private int size;

    @BeforeEach
    void makeAShop() {
        shop = api().signUp();
    }

    @Test
    void anErasedShoppersPicturesAreGone() throws IOException {
        String theirs = shop.api().converse(shop.botId(), "erase-me");
        String sent = upload(theirs);
        upload(theirs);
        shop.api()
                .post(
                        "/api/v1/conversations/" + theirs + "/messages",
                        "{\"id\": \"m\", \"images\": [\"" + sent + "\"]}");
        String others = upload(shop.api().converse(shop.botId(), "somebody-else"));

        assertThat(shop.api()
                        .send("DELETE", "/api/v1/shop/customers/erase-me", null)
                        .status())
                .isEqualTo(200);

        assertThat(files()).containsExactly(others);
        // what the table still says of them goes with the night's cleaning
        assertThat(sweep(OffsetDateTime.now().minusDays(1))).isEqualTo(2);
        assertThat(sweep(OffsetDateTime.now().minusDays(1))).isZero();
        assertThat(files()).containsExactly(others);
    }

    @Test
    void picturesOfConversationsThatAreTooOldAreGone() throws IOException {
        upload(shop.api().converse(shop.botId(), "c1"));
        within(() -> conversations.trimConversations(OffsetDateTime.now().plusMinutes(1), 10));
        assertThat(files()).isEmpty();
    }

    @Test
    void aPictureOfAnErasureThatFailedStays() throws IOException {
        String image = upload(shop.api().converse(shop.botId(), "c1"));
        assertThatIllegalStateException()
                .isThrownBy(() -> within(() -> {
                    conversations.erase("c1");
                    throw new IllegalStateException("something after it");
                }));
        assertThat(files()).containsExactly(image);
    }

    @Test
    void whatIsNeverSentIsGoneAfterADay() throws IOException {
        String conversation = shop.api().converse(shop.botId(), "c1");
        String sent = upload(conversation);
        shop.api()
                .post(
                        "/api/v1/conversations/" + conversation + "/messages",
                        "{\"id\": \"m\", \"images\": [\"" + sent + "\"]}");
        String unsent = upload(conversation);

        assertThat(sweep(OffsetDateTime.now().minusMinutes(1))).isZero();
        assertThat(files()).containsExactlyInAnyOrder(sent, unsent);
        assertThat(sweep(OffsetDateTime.now().plusMinutes(1))).isEqualTo(1);
        assertThat(files()).containsExactly(sent);
        assertThat(shop.api()
                        .post(
                                "/api/v1/conversations/" + conversation + "/messages",
                                "{\"id\": \"m2\", \"images\": [\"" + unsent + "\"]}")
                        .status())
                .isEqualTo(400);
    }

    private String upload(String conversation) {
        size++;
        return shop.api()
                .upload(
                        "/api/v1/conversations/" + conversation + "/images",
                        "image/png",
                        PictureFixtures.file("png", size, 1))
                .json()
                .get("id")
                .asString();
    }

    private int sweep(OffsetDateTime unsentSince) {
        return within(() -> stored.sweep(TenantScope.required(), unsentSince, 100));
    }

    private int within(IntSupplier work) {
        Integer result = TenantScope.call(
                new TenantId(UUID.fromString(shop.tenantId())),
                Actor.platform(),
                () -> transaction.execute(status -> work.getAsInt()));
        return result == null ? 0 : result;
    }

    private List<String> files() throws IOException {
        Path folder = data.resolve("images").resolve(shop.tenantId());
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
