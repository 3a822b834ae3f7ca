package io.xiaoer.rules.internal;

import io.xiaoer.rules.Rule;
import io.xiaoer.rules.RuleType;
import io.xiaoer.rules.RuleVersion;
import io.xiaoer.rules.Rules;
import io.xiaoer.shared.Page;
import io.xiaoer.shared.Problem;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A shop's rules, for its owner's programs and its own systems. */
@RestController
@RequestMapping("/api/v1/rules")
class RuleController {

    private final Rules rules;

    RuleController(Rules rules) {
        this.rules = rules;
    }

    /** One version of a rule and who made it. */
    record VersionResource(RuleResource rule, String actorKind, String actor, OffsetDateTime at) {
        static VersionResource of(RuleVersion version) {
            return new VersionResource(
                    RuleResource.of(version.rule()),
                    version.actorKind().name().toLowerCase(Locale.ROOT),
                    version.actor(),
                    version.at());
        }
    }

    /** @param at lists what holds then instead of the newest versions, all on one page */
    @GetMapping
    Page<RuleResource> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String at) {
        if (at != null) {
            return new Page<>(holding(at).stream().map(RuleResource::of).toList(), null);
        }
        Page<Rule> page = rules.list(cursor, Page.limit(limit));
        return new Page<>(page.items().stream().map(RuleResource::of).toList(), page.nextCursor());
    }

    /** @param at gives the version that holds then instead of the newest */
    @GetMapping("/{type}/{key}")
    RuleResource get(
            @PathVariable String type, @PathVariable String key, @RequestParam(required = false) @Nullable String at) {
        RuleType known = type(type);
        if (at == null) {
            return RuleResource.of(rules.get(known, key));
        }
        return holding(at).stream()
                .filter(rule -> rule.type() == known && rule.key().equals(key))
                .findFirst()
                .map(RuleResource::of)
                .orElseThrow(() -> Problem.notFound("rule"));
    }

    @PutMapping("/{type}/{key}")
    RuleResource put(@PathVariable String type, @PathVariable String key, @RequestBody RuleRequest request) {
        RuleType known = type(type);
        return RuleResource.of(rules.put(known, key, request.toDraft(known, key)));
    }

    @DeleteMapping("/{type}/{key}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(
            @PathVariable String type,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable Integer version) {
        rules.withdraw(type(type), key, version);
    }

    /** Newest first; also of a rule that was withdrawn. */
    @GetMapping("/{type}/{key}/versions")
    Page<VersionResource> versions(
            @PathVariable String type,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Page<RuleVersion> page = rules.versions(type(type), key, cursor, Page.limit(limit));
        if (cursor == null && page.items().isEmpty()) {
            throw Problem.notFound("rule");
        }
        return new Page<>(page.items().stream().map(VersionResource::of).toList(), page.nextCursor());
    }

    private List<Rule> holding(String at) {
        // a plus sign in a query is a space unless its sender escaped it
        return rules.at(RuleRequest.time("at", at.replace(' ', '+')).toInstant())
                .rules();
    }

    private static RuleType type(String name) {
        return RuleType.of(name)
                .orElseThrow(() -> new Problem(
                        Problem.Code.NOT_FOUND,
                        "There is no such rule type. There are: "
                                + String.join(
                                        ", ",
                                        Arrays.stream(RuleType.values())
                                                .map(RuleType::key)
                                                .toList())
                                + "."));
    }
}
