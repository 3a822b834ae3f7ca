package io.xiaoer.portal.connect;

import com.vaadin.flow.component.Component;
import io.xiaoer.portal.words.FieldProblems;
import io.xiaoer.shared.Problem.FieldError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Why a record was rejected, in words for whoever makes the shop's system send it. */
final class Rejections {

    private static final Map<Pattern, String> TEXTS = new LinkedHashMap<>();

    static {
        add("erased", "erased");
        add("other-customer", "other-customer");
        add("is required|must not be empty", "required");
        add("must be a text", "text");
        add("must be an object", "object");
        add("must be a list", "list");
        add("must be true or false", "flag");
        add("must be one of (.+)", "one-of");
        add("must be in one line", "one-line");
        add("must begin with https:// or http://", "link");
        add("must be between the years 1900 and 2199", "years");
        add("must be a real date and time with offset.*", "time");
        add("must not be more than (\\d+) minutes in the future", "future");
        add("must be an amount such as .*", "money");
        add("must not be negative", "negative");
        add("must not have more than two decimals", "cents");
        add("must not be more than ([\\d.]+)", "much");
        add("must be a whole number from (\\d+) to (\\d+)", "number");
        add("must not have more than (\\d+) items", "many");
        add("must not be longer than (\\d+) characters", "long");
        add("must not contain control characters", "control");
    }

    private Rejections() {}

    private static void add(String message, String key) {
        TEXTS.put(Pattern.compile(message), "connect.wrong." + key);
    }

    /** A line for each error, with the path of the field it is about. */
    static List<String> of(Component place, List<FieldError> errors) {
        return errors.stream()
                .map(error -> {
                    String text = FieldProblems.text(place, TEXTS, error.message());
                    return error.field().isEmpty()
                            ? text
                            : place.getTranslation("connect.wrong.at", error.field(), text);
                })
                .toList();
    }
}
