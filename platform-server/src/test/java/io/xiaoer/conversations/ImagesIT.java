package io.xiaoer.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.conversations.Images.Picture;
import io.xiaoer.shared.Ids;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.Role;
import io.xiaoer.testing.Api;
import io.xiaoer.testing.Api.Answer;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.IntegrationTest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Pictures on their way from a shopper to the shop. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImagesIT extends IntegrationTest {

    private static final byte[] PNG = PictureFixtures.file("png", 60, 40);

    @Autowired
    private Images images;

    private TestShop shop;
    private Api visitor;
    private String conversation;

    @BeforeAll
    void makeAShop() {
        shop = api().signUp();
        shop.api().put("/api/v1/bots/" + shop.botId() + "/rollout", "{\"stage\": \"full\", \"reason\": \"test\"}");
    }

    @BeforeEach
    void openAConversation() {
        visitor = visitor("v-" + UUID.randomUUID());
        conversation = open(visitor);
    }

    @Test
    void takesPicturesAndShowsThemAgain() {
        for (String format : List.of("jpeg", "png", "gif")) {
            Answer answer =
                    visitor.upload(conversation + "/images", "image/" + format, PictureFixtures.file(format, 60, 40));
            assertThat(answer.status()).as(answer.text()).isEqualTo(201);
            assertThat(answer.json().get("width").asInt()).isEqualTo(60);
            assertThat(answer.json().get("height").asInt()).isEqualTo(40);

            HttpResponse<byte[]> shown = visitor.download(
                    conversation + "/images/" + answer.json().get("id").asString());
            assertThat(shown.statusCode()).isEqualTo(200);
            assertThat(PictureFixtures.read(shown.body()).getWidth()).isEqualTo(60);
            assertThat(shown.headers().firstValue("Content-Type"))
                    .hasValue(format.equals("jpeg") ? "image/jpeg" : "image/png");
            assertThat(shown.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(shown.headers().firstValue("Content-Disposition")).hasValue("inline");
            assertThat(shown.headers().allValues("Cache-Control"))
                    .singleElement()
                    .asString()
                    .contains("private", "immutable");
        }
    }

    @Test
    void forgetsWhereAPhotoWasTaken() {
        byte[] photo = PictureFixtures.photo(60, 40, 6, "31.2304N 121.4737E");
        Answer answer = visitor.upload(conversation + "/images", "image/jpeg", photo);
        assertThat(answer.json().get("width").asInt()).isEqualTo(40);
        byte[] shown = visitor.download(
                        conversation + "/images/" + answer.json().get("id").asString())
                .body();
        assertThat(new String(shown, StandardCharsets.ISO_8859_1)).doesNotContain("31.2304N");
    }

    @Test
    void refusesWhatIsNoPictureAndSaysWhy() {
        assertInvalid(upload("image/png", PictureFixtures.text("not a picture")), "image");
        assertInvalid(upload("image/jpeg", PNG), "image");
        assertInvalid(upload("image/png", PictureFixtures.bomb(10_000, 5_000)), "image");
        assertInvalid(upload("image/png", Arrays.copyOf(PNG, PNG.length - 20)), "image");
        assertInvalid(upload("image/svg+xml", PictureFixtures.text("<svg onload='alert(1)'/>")), "Content-Type");
        assertInvalid(upload("image/png", new byte[0]), "image");

        Answer large = upload("image/png", new byte[6 << 20]);
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.json().get("code").asString()).isEqualTo("too-large");
        // other calls take as much as before
        assertThat(visitor.upload(conversation + "/messages", "application/json", new byte[1 << 20])
                        .status())
                .isEqualTo(413);
    }

    @Test
    void keepsPicturesToTheirConversation() {
        String id = image();
        Api other = visitor("v-" + UUID.randomUUID());
        String others = open(other);
        assertThat(other.get(conversation + "/images/" + id).status()).isEqualTo(404);
        assertThat(other.get(others + "/images/" + id).status()).isEqualTo(404);
        assertThat(other.upload(conversation + "/images", "image/png", PNG).status())
                .isEqualTo(404);
        assertThat(visitor.get(open(visitor) + "/images/" + id).status()).isEqualTo(404);
        assertThat(visitor.get(conversation + "/images/" + Ids.next()).status()).isEqualTo(404);
        assertThat(visitor.get(conversation + "/images/..%2f..%2fdata.key").status())
                .isIn(400, 404);
        assertThat(api().get(conversation + "/images/" + id).status()).isEqualTo(401);

        TestShop stranger = api().signUp();
        String path = "/api/v1/conversations/" + idOf(conversation) + "/images/";
        assertThat(stranger.api().get(path + id).status()).isEqualTo(404);
        assertThat(shop.api().get(path + id).status()).isEqualTo(200);
    }

    @Test
    void knowsTheSameUploadAgainUntilItIsSent() {
        String id = image();
        assertThat(image()).isEqualTo(id);
        assertThat(send("m-1", "看这个", id).status()).isEqualTo(200);
        assertThat(image()).isNotEqualTo(id);
    }

    @Test
    void sendsPicturesWithAMessageOnce() {
        String first = image();
        String second = id(upload("image/jpeg", PictureFixtures.file("jpeg", 30, 20)));
        Answer sent = send("m-1", "过敏了能退吗", second, first);
        assertThat(sent.status()).as(sent.text()).isEqualTo(200);
        assertThat(sent.json().at("/replies/0/kind").asString()).isEqualTo("answer");
        assertThat(send("m-1", "过敏了能退吗", second, first).json()).isEqualTo(sent.json());

        List<JsonNode> messages = messages();
        assertThat(messages).hasSize(2);
        assertThat(messages.getFirst().at("/images/0/id").asString()).isEqualTo(second);
        assertThat(messages.getFirst().at("/images/0/width").asInt()).isEqualTo(30);
        assertThat(messages.getFirst().at("/images/1/id").asString()).isEqualTo(first);
        assertThat(messages.getLast().get("images").size()).isZero();

        assertInvalid(send("m-2", "再发一次", first), "images");
        assertThat(messages()).hasSize(2);
    }

    @Test
    void saysHonestlyThatItCannotReadPictures() {
        Answer sent = send("m-1", "", image());
        assertThat(sent.status()).as(sent.text()).isEqualTo(200);
        assertThat(sent.json().at("/replies/0/kind").asString()).isEqualTo("unknown");
        assertThat(sent.json().at("/replies/0/text").asString()).contains("图片我还看不懂", "转人工");
        assertThat(sent.json().at("/replies/0/inReplyTo/0").asString()).isEqualTo("m-1");
        Answer next = send("m-2", "过敏了能退吗");
        assertThat(next.json().at("/replies/0/kind").asString()).isEqualTo("answer");
        assertThat(messages().getFirst().get("text").asString()).isEmpty();
    }

    @Test
    void bringsPicturesToThePersonWhomAShopperWaitsFor() {
        assertThat(visitor.post(conversation + "/handover", "{}")
                        .json()
                        .get("mode")
                        .asString())
                .isEqualTo("waiting");
        String image = image();
        Answer sent = send("m-1", "", image);
        assertThat(sent.status()).as(sent.text()).isEqualTo(200);
        assertThat(sent.json().get("replies").size()).isZero();
        assertThat(messages().getLast().at("/images/0/id").asString()).isEqualTo(image);
        assertInvalid(send("m-2", "", image), "images");
    }

    @Test
    void refusesAMessageWithPicturesThatAreNotItsOwn() {
        Api other = visitor("v-" + UUID.randomUUID());
        String foreign = id(other.upload(open(other) + "/images", "image/png", PNG));
        assertInvalid(send("m-1", "", foreign), "images");
        assertInvalid(send("m-1", "看", Ids.next().toString()), "images");
        assertInvalid(send("m-1", "看", "../../data.key"), "images");
        String mine = image();
        assertInvalid(send("m-1", "看", mine, mine), "images");
        assertInvalid(send("m-1", "看", mine, foreign), "images");
        assertInvalid(send("m-1", "看", Stream.generate(() -> mine).limit(7).toArray(String[]::new)), "images");
        assertInvalid(send("m-1", ""), "text");
        assertThat(messages()).isEmpty();
        assertThat(send("m-1", "看", mine).status()).isEqualTo(200);
    }

    @Test
    void takesTwentyPicturesAnHourIntoOneConversation() {
        for (int i = 1; i <= 20; i++) {
            assertThat(upload("image/png", PictureFixtures.file("png", i, 1)).status())
                    .as("picture %s", i)
                    .isEqualTo(201);
        }
        Answer last = upload("image/png", PNG);
        assertThat(last.status()).isEqualTo(429);
        assertThat(last.json().get("code").asString()).isEqualTo("rate-limited");
        assertThat(Integer.parseInt(last.headers().firstValue("Retry-After").orElse("")))
                .isBetween(1, 180);
        assertThat(visitor.upload(open(visitor) + "/images", "image/png", PNG).status())
                .isEqualTo(201);
    }

    @Test
    void letsThePagesOfTheShopSendPictures() {
        shop.api().send("PATCH", "/api/v1/bots/" + shop.botId(), "{\"allowedOrigins\": [\"https://shop.example\"]}");
        Api page = visitor.with("Origin", "https://shop.example");
        Answer ahead = page.with(
                        "Access-Control-Request-Method",
                        "POST",
                        "Access-Control-Request-Headers",
                        "authorization,content-type")
                .send("OPTIONS", conversation + "/images", null);
        assertThat(ahead.status()).isEqualTo(204);
        assertThat(ahead.headers().firstValue("Access-Control-Allow-Methods").orElse(""))
                .contains("POST");
        assertThat(ahead.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
                .contains("Content-Type");
        Answer sent = page.upload(conversation + "/images", "image/png", PNG);
        assertThat(sent.status()).isEqualTo(201);
        assertThat(sent.headers().firstValue("Access-Control-Allow-Origin")).hasValue("https://shop.example");
    }

    @Test
    void showsThemToWhoLeadsConversations() {
        ImageId id = new ImageId(UUID.fromString(image()));
        ConversationId theirs = new ConversationId(UUID.fromString(idOf(conversation)));
        Actor agent = new Actor(Actor.Kind.MEMBER, "agent", Role.AGENT.permissions());
        Picture picture =
                TenantScope.call(new TenantId(UUID.fromString(shop.tenantId())), agent, () -> images.of(theirs, id));
        assertThat(picture.contentType()).isEqualTo("image/png");
        assertThat(PictureFixtures.read(picture.bytes()).getHeight()).isEqualTo(40);
    }

    private Api visitor(String id) {
        Answer session = api().post("/widget/v1/" + shop.widgetKey() + "/session", "{\"visitorId\": \"" + id + "\"}");
        return api().withToken(session.json().get("token").asString());
    }

    /** Address of a new conversation. */
    private String open(Api caller) {
        String base = "/widget/v1/" + shop.widgetKey() + "/conversations";
        return base + "/" + caller.post(base, "{}").json().get("conversationId").asString();
    }

    private static String idOf(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private Answer upload(String contentType, byte[] file) {
        return visitor.upload(conversation + "/images", contentType, file);
    }

    private String image() {
        return id(upload("image/png", PNG));
    }

    private static String id(Answer uploaded) {
        assertThat(uploaded.status()).as(uploaded.text()).isEqualTo(201);
        return uploaded.json().get("id").asString();
    }

    private Answer send(String id, String text, String... images) {
        String named = Stream.of(images).map(image -> "\"" + image + "\"").collect(Collectors.joining(", "));
        return visitor.post(
                conversation + "/messages",
                "{\"id\": \"%s\", \"text\": \"%s\", \"images\": [%s]}".formatted(id, text, named));
    }

    private List<JsonNode> messages() {
        return visitor.get(conversation + "/messages")
                .json()
                .get("items")
                .valueStream()
                .toList();
    }

    private static void assertInvalid(Answer answer, String field) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().get("code").asString()).isEqualTo("invalid-input");
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
    }
}
