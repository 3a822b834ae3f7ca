package io.xiaoer.portal.widget;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import io.xiaoer.portal.BrowserTest;
import io.xiaoer.portal.widget.ChaosProxy.Fate;
import io.xiaoer.testing.Api.TestShop;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What shoppers see in Chromium, through a network that loses, delays, doubles and cuts, is what is stored: everything they
 * said, once and in order, and every reply.
 */
@Tag("long")
class DeliveryUnderChaosE2E extends BrowserTest {

    private static final long SEED = 20_261_126;

    /** The server is asked again with growing pauses while calls are lost. */
    private static final double LONG_PATIENCE = 240_000;

    private static final List<String> QUESTIONS = List.of("过敏了能退吗", "两张券能一起用不", "怎么还没发货呀", "你们家是正品吗", "发什么快递");

    private static final Pattern CONVERSATION = Pattern.compile("/conversations/([^/]+)/messages");

    /** What was said by each side, in order. */
    private record Talk(List<String> shopper, List<String> shop) {}

    /** A shopper's window, and the conversation that it turned out to lead. */
    private record Window(Page page, AtomicReference<String> conversation) {
        static Window of(Page page) {
            var conversation = new AtomicReference<String>();
            page.onRequest(request -> {
                Matcher named = CONVERSATION.matcher(request.url());
                if (named.find()) {
                    conversation.set(named.group(1));
                }
            });
            return new Window(page, conversation);
        }

        void say(String text) {
            Locator input = page.locator("#input");
            input.fill(text);
            input.press("Enter");
        }

        /** But for the greeting, which the window says by itself. */
        Talk shown() {
            List<String> shop = said(shop());
            return new Talk(said(page.locator(".message-own .bubble")), shop.subList(1, shop.size()));
        }

        Locator shop() {
            return page.locator(".message-clerk .bubble:not(.dots)");
        }

        /** Without what is there for screen readers only. */
        private static List<String> said(Locator bubbles) {
            return bubbles.evaluateAll("all => all.map(one => one.lastChild.textContent)") instanceof List<?> texts
                    ? texts.stream().map(String::valueOf).toList()
                    : List.of();
        }
    }

    @Test
    void losesAndDoublesNothing() throws Exception {
        talkThroughChaos(2, 30);
    }

    @Test
    void losesAndDoublesNothingOfFiveHundredMessages() throws Exception {
        talkThroughChaos(5, 100);
    }

    private void talkThroughChaos(int shoppers, int messages) throws Exception {
        TestShop shop = api().signUp();
        String bot = "/api/v1/bots/" + shop.botId();
        shop.api().put(bot + "/rollout", "{\"stage\": \"full\", \"reason\": \"chaos\"}");
        List<String> said = IntStream.range(0, messages)
                .mapToObj(i -> QUESTIONS.get(i % QUESTIONS.size()) + " " + i)
                .toList();
        try (ChaosProxy proxy = new ChaosProxy(URI.create(address()), SEED)) {
            assertThat(shop.api()
                            .send("PATCH", bot, "{\"allowedOrigins\": [\"" + proxy.address() + "\"]}")
                            .status())
                    .isEqualTo(200);
            List<Window> windows = IntStream.range(0, shoppers)
                    .mapToObj(i -> Window.of(
                            open(i % 2 == 0 ? desktop() : phone(), proxy.address() + "/chat/" + shop.widgetKey())))
                    .toList();
            said.forEach(text -> windows.forEach(window -> window.say(text)));
            for (Window window : windows) {
                assertThat(window.page().locator(".delivery"))
                        .hasCount(0, new HasCountOptions().setTimeout(LONG_PATIENCE));
            }
            proxy.calmDown();
            for (Window window : windows) {
                assertThat(window.page().locator(".message-own"))
                        .hasCount(messages, new HasCountOptions().setTimeout(PATIENCE_MILLIS));
                assertThat(window.page().locator(".delivery"))
                        .hasCount(0, new HasCountOptions().setTimeout(LONG_PATIENCE));
                Talk stored = stored(
                        shop, Objects.requireNonNull(window.conversation().get()));
                assertThat(stored.shopper()).isEqualTo(said);
                assertThat(window.shop())
                        .hasCount(stored.shop().size() + 1, new HasCountOptions().setTimeout(LONG_PATIENCE));
                assertThat(window.shown()).isEqualTo(stored);
            }
            windows.forEach(window -> window.page().context().close());
            assertThat(proxy.met()).containsKeys(Fate.IS_LOST, Fate.LOSES_ITS_ANSWER, Fate.COMES_TWICE);
        }
    }

    private static Talk stored(TestShop shop, String conversation) {
        Talk talk = new Talk(new ArrayList<>(), new ArrayList<>());
        String cursor = "";
        do {
            JsonNode page = shop.api()
                    .get("/api/v1/conversations/" + conversation + "/messages" + cursor)
                    .json();
            page.get("items")
                    .forEach(message -> (message.get("author").asString().equals("shopper")
                                    ? talk.shopper()
                                    : talk.shop())
                            .add(message.get("text").asString()));
            JsonNode next = page.get("nextCursor");
            cursor = next == null || next.isNull() ? "" : "?cursor=" + next.asString();
        } while (!cursor.isEmpty());
        return talk;
    }
}
