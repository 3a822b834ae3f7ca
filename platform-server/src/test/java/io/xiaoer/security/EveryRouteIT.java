package io.xiaoer.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.conversations.PictureFixtures;
import io.xiaoer.testing.Api;
import io.xiaoer.testing.Api.Answer;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.IntegrationTest;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Walks every route of the running application; the list is the application's own, so a new route cannot be forgotten. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryRouteIT extends IntegrationTest {

    /** What anyone may call; whoever adds to this list must mean it. */
    private static final Set<String> OPEN = Set.of(
            "POST /api/v1/signup",
            "GET /api/v1/templates",
            "POST /widget/v1/{widgetKey}/session",
            "GET /chat/{widgetKey}");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private TestShop mine;
    private TestShop theirs;
    private String theirConversation;
    private String theirImage;
    private String myWidgetToken;

    private record Route(String method, String pattern) {
        @Override
        public String toString() {
            return method + " " + pattern;
        }

        boolean isWidget() {
            return pattern.startsWith("/widget/");
        }

        boolean isForVendor() {
            return pattern.startsWith("/api/v1/ops/");
        }

        /** What it names is the caller's own, whatever another shop has under that name. */
        boolean makesOnesOwn() {
            return method.equals("PUT")
                    && (pattern.equals("/api/v1/rules/{type}/{key}") || pattern.equals("/api/v1/shop/{kind}/{id}"));
        }

        boolean needsChat() {
            return pattern.contains("/conversations");
        }
    }

    @BeforeAll
    void makeTwoShops() {
        mine = api().signUp();
        theirs = api().signUp();
        theirs.api().put("/api/v1/bots/" + theirs.botId() + "/rollout", "{\"stage\": \"full\", \"reason\": \"test\"}");
        theirConversation = theirs.api().converse(theirs.botId(), "their-shopper");
        theirImage = theirs.api()
                .upload(
                        "/api/v1/conversations/" + theirConversation + "/images",
                        "image/png",
                        PictureFixtures.file("png", 8, 8))
                .json()
                .get("id")
                .asString();
        theirs.api().put("/api/v1/rules/exchange/order-urge", "{\"params\": {\"windowDays\": 15}}");
        Answer session = api().post("/widget/v1/" + mine.widgetKey() + "/session", "{\"visitorId\": \"visitor-1\"}");
        myWidgetToken = session.json().get("token").asString();
    }

    @TestFactory
    Stream<DynamicTest> refusesWhoSendsNoToken() {
        return closedRoutes()
                .map(route -> DynamicTest.dynamicTest(route.toString(), () -> {
                    Answer answer = call(api(), route, mine);
                    assertThat(answer.status()).isEqualTo(401);
                    assertThat(answer.json().get("code").asString()).isEqualTo("unauthorized");
                }));
    }

    @TestFactory
    Stream<DynamicTest> refusesAJunkToken() {
        return closedRoutes()
                .map(route -> DynamicTest.dynamicTest(
                        route.toString(),
                        () -> assertThat(call(api().withToken("junk.junk.junk"), route, mine)
                                        .status())
                                .isEqualTo(401)));
    }

    @TestFactory
    Stream<DynamicTest> refusesATokenOfTheWrongScope() {
        String chat = api().token(mine.clientId(), mine.clientSecret(), "chat");
        String manage = api().token(mine.clientId(), mine.clientSecret(), "manage");
        return closedRoutes()
                .filter(route -> !route.isWidget())
                .map(route -> DynamicTest.dynamicTest(route.toString(), () -> {
                    Answer answer = call(api().withToken(route.needsChat() ? manage : chat), route, mine);
                    assertThat(answer.status()).isEqualTo(403);
                    assertThat(answer.json().get("code").asString()).isEqualTo("forbidden");
                }));
    }

    @TestFactory
    Stream<DynamicTest> keepsShopsOutOfTheVendorsRoutesAndTheVendorOutOfTheirs() {
        Api vendor = ops();
        return closedRoutes()
                .filter(route -> !route.isWidget())
                .map(route -> DynamicTest.dynamicTest(route.toString(), () -> {
                    Answer answer = call(route.isForVendor() ? mine.api() : vendor, route, mine);
                    assertThat(answer.status()).isEqualTo(403);
                    assertThat(answer.json().get("code").asString()).isEqualTo("forbidden");
                }));
    }

    @TestFactory
    Stream<DynamicTest> refusesTheOtherKindOfToken() {
        return closedRoutes()
                .map(route -> DynamicTest.dynamicTest(route.toString(), () -> {
                    Api caller = route.isWidget() ? mine.api() : api().withToken(myWidgetToken);
                    assertThat(call(caller, route, mine).status()).isEqualTo(401);
                }));
    }

    @TestFactory
    Stream<DynamicTest> showsNothingOfAnotherShop() {
        return closedRoutes()
                .filter(route -> route.pattern().contains("{") && !route.isForVendor() && !route.makesOnesOwn())
                .map(route -> DynamicTest.dynamicTest(route.toString(), () -> {
                    Api caller = route.isWidget() ? api().withToken(myWidgetToken) : mine.api();
                    Answer answer = call(caller, route, theirs);
                    assertThat(answer.status()).isEqualTo(404);
                    assertThat(answer.json().get("code").asString()).isEqualTo("not-found");
                }));
    }

    private Stream<Route> closedRoutes() {
        List<Route> routes = mappings.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .flatMap(
                                pattern -> methods(mapping.getMethodsCondition().getMethods())
                                        .map(method -> new Route(method, pattern))))
                .filter(route -> !OPEN.contains(route.toString()))
                .filter(route ->
                        route.pattern().startsWith("/api/") || route.pattern().startsWith("/widget/"))
                .toList();
        assertThat(routes).hasSizeGreaterThan(15);
        return routes.stream();
    }

    private static Stream<String> methods(Set<RequestMethod> methods) {
        return methods.isEmpty() ? Stream.of("GET", "POST") : methods.stream().map(RequestMethod::name);
    }

    /** Calls a route with the ids of {@code shop} in its path and a body that is right for any. */
    private Answer call(Api caller, Route route, TestShop shop) {
        String path = route.pattern()
                .replace("{bot}", shop.botId())
                .replace("{widgetKey}", shop.widgetKey())
                .replace("{kind}", "orders")
                .replace("{id}", theirConversation)
                .replace("{question}", theirConversation)
                .replace("{imageId}", theirImage)
                .replace("{replyId}", "their-reply")
                .replace("{type}", "exchange")
                .replace("{key}", "order-urge")
                .replace("{number}", "1")
                .replace("{a}", "1")
                .replace("{b}", "draft")
                .replace("{bridge}", "their-platform");
        assertThat(path).as("a path variable this test does not know").doesNotContain("{");
        String body = """
                {"id": "m-1", "text": "过敏了能退吗", "question": "问", "answer": "答", "note": "n",
                 "stage": "internal", "shopper": %s}
                """.formatted(route.isWidget() ? "null" : "{\"id\": \"s1\"}");
        boolean bodiless = route.method().equals("GET") || route.method().equals("DELETE");
        return caller.send(route.method(), path, bodiless ? null : body);
    }
}
