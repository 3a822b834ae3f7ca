package io.xiaoer.portal.words;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.shared.HasValidationProperties;
import io.xiaoer.shared.Problem.FieldError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is wrong with an input, in words for its author. The rules are the services'; here they only find a language. */
public final class FieldProblems {

    private static final Map<Pattern, String> TEXTS = new LinkedHashMap<>();
    private static final Pattern ITEM = Pattern.compile("(.+?)\\[(\\d+)]");

    static {
        TEXTS.put(Pattern.compile("is required"), "words.wrong.required");
        TEXTS.put(Pattern.compile("must not be longer than (\\d+) characters"), "words.wrong.long");
        TEXTS.put(Pattern.compile("must not have more than (\\d+) items"), "words.wrong.many");
        TEXTS.put(Pattern.compile("must not contain control characters"), "words.wrong.control");
        TEXTS.put(Pattern.compile("must be later than validFrom"), "words.wrong.order");
        TEXTS.put(Pattern.compile("must not contain the banned word (.+)"), "words.wrong.banned");
    }

    private FieldProblems() {}

    /** The first problem of each field, by the field's name without a position. */
    public static Map<String, String> byField(Component place, List<FieldError> errors) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (FieldError error : errors) {
            Matcher item = ITEM.matcher(error.field());
            boolean one = item.matches();
            String text = text(place, TEXTS, error.message());
            texts.putIfAbsent(
                    one ? item.group(1) : error.field(),
                    one
                            ? place.getTranslation(
                                    "words.wrong.item", String.valueOf(Integer.parseInt(item.group(2)) + 1), text)
                            : text);
        }
        return texts;
    }

    /** Shows what is wrong at the field it is about; null takes it away. */
    public static void mark(HasValidationProperties field, @Nullable String problem) {
        field.setErrorMessage(problem == null ? "" : problem);
        field.setInvalid(problem != null);
    }

    /**
     * A service's message in the language of its author; as it is if none of the texts is about it.
     *
     * @param texts keys by what the message must be; what its groups match fills the text in
     */
    public static String text(Component place, Map<Pattern, String> texts, String message) {
        for (Map.Entry<Pattern, String> known : texts.entrySet()) {
            Matcher matcher = known.getKey().matcher(message);
            if (matcher.matches()) {
                Object[] groups = new Object[matcher.groupCount()];
                for (int i = 0; i < groups.length; i++) {
                    groups[i] = matcher.group(i + 1);
                }
                return place.getTranslation(known.getValue(), groups);
            }
        }
        return message;
    }
}
