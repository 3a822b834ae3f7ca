package io.xiaoer.portal.rehearsal;

import com.vaadin.flow.component.Component;
import io.xiaoer.rehearsal.Expectation;
import io.xiaoer.rehearsal.Mismatch;
import io.xiaoer.releases.ReleaseRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Says what is expected and what came instead.
 *
 * @param questions of entries, by their keys
 */
record CaseWords(Component place, Map<String, String> questions) {

    String expected(Expectation expect) {
        List<String> parts = new ArrayList<>();
        List<String> accepted = expect.accepted();
        if (!accepted.isEmpty()) {
            parts.add(place.getTranslation("tests.expect.entry", names(accepted)));
        }
        String kind = expect.kind();
        if (kind != null) {
            parts.add(place.getTranslation("tests.kind." + kind));
        }
        if (!expect.contains().isEmpty()) {
            parts.add(place.getTranslation("tests.expect.contains", quoted(expect.contains())));
        }
        if (!expect.lacks().isEmpty()) {
            parts.add(place.getTranslation("tests.expect.lacks", quoted(expect.lacks())));
        }
        return String.join(place.getTranslation("tests.and"), parts);
    }

    String reason(Mismatch why) {
        return switch (why.what()) {
            case ENTRY ->
                why.actual().isEmpty()
                        ? place.getTranslation("tests.why.entry.none")
                        : place.getTranslation("tests.why.entry", names(why.actuals()));
            case KIND -> place.getTranslation("tests.why.kind", kind(why.actual()));
            case CONTAINS -> place.getTranslation("tests.why.contains", why.expected());
            case LACKS -> place.getTranslation("tests.why.lacks", why.expected());
            case ERROR -> place.getTranslation("tests.why.error");
        };
    }

    String kind(String kind) {
        return place.getTranslation("tests.kind." + kind);
    }

    String release(ReleaseRef release, int live) {
        return switch (release) {
            case ReleaseRef.Draft draft -> place.getTranslation("tests.release.draft");
            case ReleaseRef.Number(int number) ->
                place.getTranslation(
                        number == live ? "tests.release.live" : "tests.release.number", String.valueOf(number));
        };
    }

    private String names(List<String> keys) {
        return keys.stream()
                .map(key -> "「" + questions.getOrDefault(key, key) + "」")
                .collect(Collectors.joining(place.getTranslation("tests.or")));
    }

    private static String quoted(List<String> texts) {
        return texts.stream().map(text -> "「" + text + "」").collect(Collectors.joining());
    }
}
