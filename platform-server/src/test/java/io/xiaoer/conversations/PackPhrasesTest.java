package io.xiaoer.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Thousands of things that shoppers say, from the packs: the words for a person and for anger leave them alone. */
class PackPhrasesTest {

    private record Phrase(String entry, String text) {}

    @Test
    void hearNeitherWishNorAngerWhereThereIsNone() throws IOException {
        List<Phrase> phrases = phrases();
        assertThat(phrases).hasSizeGreaterThan(4_000);

        assertThat(phrases)
                .filteredOn(phrase ->
                        !phrase.entry().equals("human-agent") && !phrase.entry().equals("complaint"))
                .filteredOn(phrase -> WantsPerson.says(phrase.text()))
                .isEmpty();
        assertThat(phrases)
                .filteredOn(phrase -> !phrase.entry().equals("complaint"))
                .filteredOn(phrase -> Anger.isIn(phrase.text()))
                .as("all of them angry enough: things that rot, break or are not paid back")
                .hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void hearMostOfThoseWhoWantAPersonAndWhoComplain() throws IOException {
        List<Phrase> phrases = phrases();
        List<Phrase> asking = of(phrases, "human-agent");
        List<Phrase> complaining = of(phrases, "complaint");

        assertThat(asking).hasSizeGreaterThan(30);
        assertThat(asking.stream()
                        .filter(phrase -> WantsPerson.says(phrase.text()))
                        .count())
                .isGreaterThan(asking.size() * 3L / 4);
        assertThat(complaining.stream()
                        .filter(phrase -> Anger.isIn(phrase.text()) || WantsPerson.says(phrase.text()))
                        .count())
                .isGreaterThan(complaining.size() / 2);
    }

    private static List<Phrase> of(List<Phrase> phrases, String entry) {
        return phrases.stream().filter(phrase -> phrase.entry().equals(entry)).toList();
    }

    private static List<Phrase> phrases() throws IOException {
        List<Phrase> phrases = new ArrayList<>();
        JsonMapper json = new JsonMapper();
        for (Resource file : new PathMatchingResourcePatternResolver()
                .getResources("classpath*:tenant-templates/*/entries/*.json")) {
            try (InputStream in = file.getInputStream()) {
                for (JsonNode entry : json.readTree(in).path("entries")) {
                    String key = entry.path("key").asString();
                    phrases.add(new Phrase(key, entry.path("question").asString()));
                    entry.path("similar").forEach(text -> phrases.add(new Phrase(key, text.asString())));
                }
            }
        }
        return phrases;
    }
}
