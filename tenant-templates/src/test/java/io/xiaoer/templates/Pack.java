package io.xiaoer.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One vertical pack as it lies in its folder, read without the application's own loader. */
record Pack(Path folder) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    /** Every folder that holds a pack.json, those of earlier versions too. */
    static List<Pack> all() {
        return in(Path.of(""))
                .flatMap(pack -> Stream.concat(Stream.of(pack), in(pack.folder())))
                .toList();
    }

    private static Stream<Pack> in(Path place) {
        try (Stream<Path> folders = Files.list(place)) {
            return folders
                    .filter(folder -> Files.exists(folder.resolve("pack.json")))
                    .sorted()
                    .map(Pack::new)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its folder's; an earlier version has the one around it too, as in {@code fresh-food/v1}. */
    String name() {
        return folder.toString().replace('\\', '/');
    }

    /** The folder of the pack as it is now. */
    Path now() {
        Path around = folder.getParent();
        return around == null ? folder : around;
    }

    JsonNode json(String file) {
        return read(text(folder.resolve(file)));
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the schema has against the file; empty when it holds. */
    List<String> schemaErrors(String file, String schema) {
        Path rulesFile = Path.of("schema", schema);
        var location = SchemaLocation.of(rulesFile.toUri().toString()); // a relative $id is read against it
        var rules = SCHEMAS.getSchema(location, text(rulesFile), InputFormat.JSON);
        return rules.validate(text(folder.resolve(file)), InputFormat.JSON).stream()
                .map(error -> name() + "/" + file + ": " + error)
                .toList();
    }

    List<String> topics() {
        return items(json("pack.json").path("topics"))
                .map(topic -> topic.path("key").asText())
                .toList();
    }

    List<JsonNode> entries() {
        return topics().stream()
                .flatMap(topic -> items(json("entries/" + topic + ".json").path("entries")))
                .toList();
    }

    List<JsonNode> tests() {
        return items(json("tests.json").path("tests")).toList();
    }

    static Stream<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static List<String> texts(JsonNode array) {
        return items(array).map(JsonNode::asText).toList();
    }

    /** The entry's question and its similar questions. */
    static List<String> questions(JsonNode entry) {
        var questions = new ArrayList<String>();
        questions.add(entry.path("question").asText());
        questions.addAll(texts(entry.path("similar")));
        return questions;
    }

    /** The text without punctuation, spaces, width and case: two texts that differ only there are the same question. */
    static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
