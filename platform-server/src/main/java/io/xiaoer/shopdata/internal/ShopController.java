package io.xiaoer.shopdata.internal;

import io.xiaoer.shared.Problem;
import io.xiaoer.shopdata.PushResult;
import io.xiaoer.shopdata.PushResult.Outcome;
import io.xiaoer.shopdata.Pushed;
import io.xiaoer.shopdata.RecordKind;
import io.xiaoer.shopdata.ShopRecord;
import io.xiaoer.shopdata.ShopRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a shop's systems push. */
@RestController
@RequestMapping("/api/v1/shop")
class ShopController {

    private static final String SOURCE = "push";

    private final ShopRecords records;
    private final JsonMapper json;

    ShopController(ShopRecords records, JsonMapper json) {
        this.records = records;
        this.json = json;
    }

    record Put(String kind, String id, String result, String updatedAt) {}

    /** @param reason null unless it was rejected */
    record Item(
            @Nullable String kind,
            @Nullable String id,
            String result,
            @Nullable String reason) {}

    record Batch(List<Item> results, long stored, long stale, long rejected) {}

    @PutMapping("/{kind}/{id}")
    Put put(@PathVariable String kind, @PathVariable String id, @RequestBody JsonNode body) {
        RecordKind known = kind(kind);
        @Nullable String updatedAt = text(body.path("updatedAt"));
        PushResult result = records.put(new Pushed(known.key(), id, body, updatedAt), SOURCE);
        return new Put(
                known.key(),
                result.id() == null ? id : result.id(),
                key(result.outcome()),
                updatedAt == null ? "" : updatedAt);
    }

    /** As it is stored, with where it came from and when. */
    @GetMapping("/{kind}/{id}")
    ObjectNode get(@PathVariable String kind, @PathVariable String id) {
        RecordKind known = kind(kind);
        ShopRecord record = records.get(known, id).orElseThrow(() -> Problem.notFound("record"));
        ObjectNode tree = json.valueToTree(record);
        tree.remove("freshness");
        tree.setAll((ObjectNode) json.valueToTree(record.freshness()));
        return tree;
    }

    /** @param body a list of {@code {kind, id, data, updatedAt}}, or an object whose {@code items} is that list */
    @PostMapping("/batch")
    Batch batch(@RequestBody JsonNode body) {
        JsonNode items = body.isArray() ? body : body.path("items");
        if (!items.isArray()) {
            throw Problem.invalid("items", "must be a list of {kind, id, data, updatedAt}.");
        }
        List<Pushed> pushed = new ArrayList<>();
        for (JsonNode item : items) {
            pushed.add(new Pushed(
                    text(item.path("kind")),
                    text(item.path("id")),
                    item.path("data").isMissingNode() ? null : item.path("data"),
                    text(item.path("updatedAt"))));
        }
        List<PushResult> results = records.store(pushed, SOURCE);
        return new Batch(
                results.stream()
                        .map(result -> new Item(result.kind(), result.id(), key(result.outcome()), result.reason()))
                        .toList(),
                count(results, Outcome.STORED),
                count(results, Outcome.STALE),
                count(results, Outcome.REJECTED));
    }

    private static RecordKind kind(String key) {
        return RecordKind.of(key).orElseThrow(() -> Problem.notFound("kind of data"));
    }

    private static String key(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    private static long count(List<PushResult> results, Outcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome).count();
    }

    /** Of anything simple; null for what is missing. */
    private static @Nullable String text(JsonNode node) {
        if (node.isString()) {
            return node.asString();
        }
        return node.isNumber() || node.isBoolean() ? node.toString() : null;
    }
}
