package io.xiaoer.templates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PacksTest {

    private static final int ENTRIES = 60;
    private static final int SIMILAR_QUESTIONS = 4;
    private static final int TESTS = 100;

    static List<Pack> packs() {
        return Pack.all();
    }

    @Test
    void findsThePacks() {
        assertThat(packs())
                .extracting(Pack::name)
                .contains("fresh-food", "fresh-food/v1", "beauty", "small-shop", "small-shop-en");
    }

    @ParameterizedTest
    @MethodSource("packs")
    void holdsToTheSchemas(Pack pack) {
        var errors = new ArrayList<String>();
        for (String file : List.of("pack", "rules", "synonyms", "tests", "tone", "words")) {
            errors.addAll(pack.schemaErrors(file + ".json", file + ".schema.json"));
        }
        for (String topic : pack.topics()) {
            errors.addAll(pack.schemaErrors("entries/" + topic + ".json", "entries.schema.json"));
        }
        assertThat(errors).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void isNamedLikeItsFolderAndListsEveryFileOfEntries(Pack pack) throws IOException {
        JsonNode description = pack.json("pack.json");
        String key = description.path("key").asText();
        assertThat(pack.now().toString())
                .isIn(key, key + "-" + description.path("locale").asText());
        try (var files = Files.list(pack.folder().resolve("entries"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            pack.topics().stream().map(topic -> topic + ".json").toList());
        }
    }

    /** A shop is offered what is newer than what it began with. */
    @ParameterizedTest
    @MethodSource("packs")
    void countsItsVersions(Pack pack) {
        JsonNode description = pack.json("pack.json");
        JsonNode now = new Pack(pack.now()).json("pack.json");
        assertThat(description.path("key")).isEqualTo(now.path("key"));
        assertThat(description.path("locale")).isEqualTo(now.path("locale"));
        int version = description.path("version").asInt();
        if (pack.folder().equals(pack.now())) {
            assertThat(version).isPositive();
        } else {
            assertThat(pack.folder().getFileName().toString()).isEqualTo("v" + version);
            assertThat(version).isLessThan(now.path("version").asInt());
        }
    }

    @ParameterizedTest
    @MethodSource("packs")
    void hasEnoughEntriesEachSaidInEnoughWays(Pack pack) {
        assertThat(pack.entries()).hasSizeGreaterThanOrEqualTo(ENTRIES);
        assertThat(pack.entries())
                .allSatisfy(entry ->
                        assertThat(Pack.texts(entry.path("similar"))).hasSizeGreaterThanOrEqualTo(SIMILAR_QUESTIONS));
    }

    @ParameterizedTest
    @MethodSource("packs")
    void givesEveryEntryItsOwnKey(Pack pack) {
        assertThat(pack.entries())
                .extracting(entry -> entry.path("key").asText())
                .doesNotHaveDuplicates();
    }

    /** A question or keyword that two entries claim could be answered either way. */
    @ParameterizedTest
    @MethodSource("packs")
    void neverGivesOneQuestionOrKeywordTwice(Pack pack) {
        assertThat(saidTwice(pack, Pack::questions)).isEmpty();
        assertThat(saidTwice(pack, entry -> Pack.texts(entry.path("keywords")))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void hasEnoughTestsOfEntriesThatExist(Pack pack) {
        Set<String> keys =
                pack.entries().stream().map(entry -> entry.path("key").asText()).collect(Collectors.toSet());
        assertThat(pack.tests()).hasSizeGreaterThanOrEqualTo(TESTS);
        assertThat(pack.tests()).allSatisfy(test -> {
            JsonNode expected = test.path("expect");
            if (expected.has("entryKey")) {
                assertThat(keys).contains(expected.path("entryKey").asText());
            }
            assertThat(keys).containsAll(Pack.texts(expected.path("alsoAccept")));
        });
        assertThat(pack.tests())
                .extracting(test -> Pack.bare(test.path("question").asText()))
                .doesNotHaveDuplicates();
    }

    /** The tests measure how the bot reads words it was not given; copying them into the entries would blind them. */
    @ParameterizedTest
    @MethodSource("packs")
    void neverTeachesTheQuestionsItIsTestedWith(Pack pack) {
        Set<String> taught = pack.entries().stream()
                .flatMap(entry -> Pack.questions(entry).stream())
                .map(Pack::bare)
                .collect(Collectors.toSet());
        assertThat(pack.tests().stream()
                        .map(test -> test.path("question").asText())
                        .filter(question -> taught.contains(Pack.bare(question))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void putsEveryWordInOneSynonymGroupOnly(Pack pack) {
        assertThat(Pack.items(pack.json("synonyms.json").path("groups"))
                        .flatMap(group -> Pack.texts(group).stream())
                        .map(Pack::bare))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void neverSaysABannedWord(Pack pack) {
        List<String> banned = Pack.texts(pack.json("tone.json").path("banned"));
        var said = new ArrayList<String>();
        for (JsonNode entry : pack.entries()) {
            for (String word : banned) {
                if (entry.path("answer").asText().contains(word)) {
                    said.add(entry.path("key").asText() + ": " + word);
                }
            }
        }
        assertThat(said).isEmpty();
    }

    /** The first steps of a new shop speak of entries that are there. */
    @ParameterizedTest
    @MethodSource("packs")
    void namesOnlyItsOwnEntriesWhereItLeadsANewShop(Pack pack) {
        Set<String> keys =
                pack.entries().stream().map(entry -> entry.path("key").asText()).collect(Collectors.toSet());
        JsonNode description = pack.json("pack.json");
        assertThat(keys).containsAll(Pack.texts(description.path("samples")));
        assertThat(Pack.items(description.path("asked"))
                        .map(asked -> asked.path("entry").asText()))
                .doesNotHaveDuplicates()
                .allMatch(keys::contains);
        assertThat(Pack.items(pack.json("rules.json").path("rules"))
                        .flatMap(rule -> Pack.texts(rule.path("entries")).stream()))
                .doesNotHaveDuplicates()
                .allMatch(keys::contains);
    }

    private static List<String> saidTwice(Pack pack, Function<JsonNode, List<String>> texts) {
        Map<String, String> owners = new HashMap<>();
        var twice = new ArrayList<String>();
        for (JsonNode entry : pack.entries()) {
            String key = entry.path("key").asText();
            for (String text : texts.apply(entry)) {
                String owner = owners.putIfAbsent(Pack.bare(text), key);
                if (owner != null) {
                    twice.add(text + " (" + owner + ", " + key + ")");
                }
            }
        }
        return twice;
    }
}
