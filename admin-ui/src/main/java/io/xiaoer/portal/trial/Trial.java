package io.xiaoer.portal.trial;

import io.xiaoer.answering.Reply;
import io.xiaoer.conversations.Message;
import io.xiaoer.conversations.Question;
import io.xiaoer.portal.frame.Place;
import io.xiaoer.portal.words.Links;
import io.xiaoer.rehearsal.Expectation;
import io.xiaoer.rehearsal.TestCase;
import io.xiaoer.releases.ReleaseRef;
import io.xiaoer.shared.Problem;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question with all its circumstances, as the console's address says it: {@code ?q=&choice=&release=&shopper=&page=&sku=&cart=&at=&before=&apart=&compare=}.
 *
 * @param text empty while nothing is asked
 * @param choice the choice that was pressed, its label being the text; empty if none was
 * @param sku the product that the page shows
 * @param cart what is in the cart that the page shows
 * @param before what the shopper said before, oldest first
 * @param apart whether that was a while ago, so that it is not read together
 * @param compare whether the live release is asked too
 */
record Trial(
        String text,
        String choice,
        ReleaseRef release,
        String shopper,
        String page,
        String sku,
        List<CartLine> cart,
        @Nullable LocalDateTime at,
        List<String> before,
        boolean apart,
        boolean compare) {

    /** A pause after which nobody thinks of one message in pieces. */
    private static final Duration A_WHILE = Duration.ofMinutes(5);

    static Trial of(Place place) {
        return new Trial(
                place.query("q").map(String::strip).orElse(""),
                place.query("choice").orElse(""),
                place.query("release").map(ReleaseRef::named).orElseGet(ReleaseRef::draft),
                place.query("shopper").orElse(""),
                place.query("page").orElse(""),
                place.query("sku").orElse(""),
                Links.all(place, "cart").stream().map(Trial::line).toList(),
                place.query("at").map(Trial::time).orElse(null),
                Links.all(place, "before"),
                place.query("apart").isPresent(),
                place.query("compare").isPresent());
    }

    private static LocalDateTime time(String text) {
        try {
            return LocalDateTime.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.invalid("at", "must be a local time such as 2026-06-18T20:00");
        }
    }

    private static CartLine line(String text) {
        return CartLine.parse(text)
                .orElseThrow(() -> Problem.invalid("cart", "must be lines such as mask x 2 @ 19.90"));
    }

    /** What an address must say for this to be asked again. */
    Map<String, List<String>> parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        put(parameters, "q", text);
        put(parameters, "choice", choice);
        put(parameters, "release", release.toString());
        put(parameters, "shopper", shopper);
        put(parameters, "page", page);
        put(parameters, "sku", sku);
        if (!cart.isEmpty()) {
            parameters.put("cart", cart.stream().map(CartLine::toString).toList());
        }
        put(parameters, "at", at == null ? "" : at.toString());
        if (!before.isEmpty()) {
            parameters.put("before", before);
        }
        put(parameters, "apart", apart && !before.isEmpty() ? "1" : "");
        put(parameters, "compare", compare ? "1" : "");
        return parameters;
    }

    private static void put(Map<String, List<String>> parameters, String name, String value) {
        if (!value.isEmpty()) {
            parameters.put(name, List.of(value));
        }
    }

    Question question(ReleaseRef of, ZoneId timeZone) {
        return new Question(
                text,
                of,
                shopper.isEmpty() ? null : shopper,
                choice.isEmpty() ? null : choice,
                described(),
                at == null ? null : at.atZone(timeZone).toOffsetDateTime(),
                before,
                apart ? A_WHILE : Duration.ZERO);
    }

    /** The same as a test case that expects what was said. */
    TestCase.Draft toCase(Message reply, ZoneId timeZone) {
        List<String> last = before.subList(Math.max(0, before.size() - TestCase.MOST_HISTORY), before.size());
        return new TestCase.Draft(
                text,
                null,
                last,
                apart,
                shopper.isEmpty() ? null : shopper,
                described(),
                at == null ? null : at.atZone(timeZone).toOffsetDateTime(),
                Expectation.likeReply(reply.kind(), reply.entryKey()),
                false,
                null);
    }

    /** The page as the shop's own pages tell it; null if none is named. */
    private @Nullable Map<String, Object> described() {
        if (page.isEmpty()) {
            return null;
        }
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("kind", page);
        if (!sku.isEmpty()) {
            described.put("sku", sku);
        }
        if (!cart.isEmpty()) {
            described.put("cart", cart.stream().map(CartLine::json).toList());
        }
        return described;
    }

    /** The same circumstances, with what was asked as something said before. */
    Trial continued() {
        return next("", "");
    }

    /** Goes on by pressing a choice. */
    Trial pressing(Reply.Choice pressed) {
        return next(pressed.label(), pressed.id());
    }

    private Trial next(String next, String pressed) {
        List<String> said = new ArrayList<>(before);
        said.add(text);
        List<String> last = said.subList(Math.max(0, said.size() - Question.MOST_HISTORY), said.size());
        return new Trial(next, pressed, release, shopper, page, sku, cart, at, List.copyOf(last), apart, compare);
    }
}
