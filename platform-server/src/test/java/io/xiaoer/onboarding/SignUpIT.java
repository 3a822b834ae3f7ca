package io.xiaoer.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.testing.Api.Answer;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.IntegrationTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignUpIT extends IntegrationTest {

    private static final String PATH = "/api/v1/signup";

    @Test
    void refusesASecondAccountForAnAddressWhateverItsCase() {
        TestShop shop = api().signUp();
        Answer again = api().post(PATH, body(shop.email().toUpperCase(java.util.Locale.ROOT), "beauty"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().get("code").asString()).isEqualTo("email-taken");
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        Answer answer = api().post(
                        PATH,
                        "{\"shopName\": \" \", \"email\": \"nobody\", \"password\": \"short\", \"template\": \"\","
                                + " \"locale\": \"tlh\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().findValuesAsString("field"))
                .containsAll(List.of("shopName", "email", "password", "template", "locale"));
    }

    @Test
    void refusesAnUnknownTemplateAndKeepsTheAddressFree() {
        String email = UUID.randomUUID() + "@shop.example";
        assertThat(api().post(PATH, body(email, "spaceships")).status()).isEqualTo(400);
        assertThat(api().post(PATH, body(email, "beauty")).status()).isEqualTo(201);
    }

    @Test
    void givesTheSameShopForTheSameKeyWithoutItsSecret() {
        String body = body(UUID.randomUUID() + "@shop.example", "beauty");
        var caller = api().with("Idempotency-Key", UUID.randomUUID().toString());
        Answer once = caller.post(PATH, body);
        Answer twice = caller.post(PATH, body);

        assertThat(twice.status()).isEqualTo(201);
        assertThat(twice.json().get("tenantId")).isEqualTo(once.json().get("tenantId"));
        assertThat(once.json().at("/apiClient/clientSecret").isString()).isTrue();
        assertThat(twice.json().at("/apiClient/clientSecret").isNull()).isTrue();
        Answer other = caller.post(PATH, body(UUID.randomUUID() + "@shop.example", "beauty"));
        assertThat(other.status()).isEqualTo(422);
    }

    @Test
    void listsTheTemplates() {
        Answer answer = api().get("/api/v1/templates");
        assertThat(answer.json().at("/items/0/key").asString()).isEqualTo("fresh-food");
        assertThat(answer.json().at("/items/0/entries").asInt()).isGreaterThanOrEqualTo(60);
    }

    private static String body(String email, String template) {
        return """
                {"shopName": "测试店", "email": "%s", "password": "correct horse battery", "template": "%s", "locale": "zh-CN"}
                """.formatted(email, template);
    }
}
