package io.xiaoer.portal.rules;

import com.vaadin.flow.component.Component;
import io.xiaoer.portal.rules.ImpactDialog.Change;
import io.xiaoer.rules.Rule;
import io.xiaoer.rules.RuleCalendar;
import io.xiaoer.rules.RuleCalendar.Lane;
import io.xiaoer.rules.RuleDraft;
import io.xiaoer.rules.RuleParams;
import io.xiaoer.rules.RuleType;
import io.xiaoer.rules.RuleVersion;
import io.xiaoer.rules.Rules;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenants.Shops;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that a rule's view shows.
 *
 * @param versions newest first; none for a rule that is being made
 */
record RuleScene(RuleType type, String key, List<RuleVersion> versions, ZoneId zone, Instant now) {

    static final int HISTORY = 50;

    /** The key of a rule whose type has no other. */
    static final String FIRST_KEY = "default";

    /** @param key null for a new rule */
    static RuleScene read(Rules rules, Shops shops, Clock clock, RuleType type, @Nullable String key) {
        ZoneId zone = shops.current().timeZone();
        Instant now = clock.instant();
        if (key == null) {
            Set<String> taken = RuleCalendar.of(rules.calendar()).lanes().stream()
                    .filter(lane -> lane.type() == type && lane.newest().rule().params() != null)
                    .map(Lane::key)
                    .collect(Collectors.toSet());
            return new RuleScene(type, freeKey(taken), List.of(), zone, now);
        }
        List<RuleVersion> versions = rules.versions(type, key, null, HISTORY).items();
        if (versions.isEmpty()) {
            throw Problem.notFound("rule");
        }
        return new RuleScene(type, key, versions, zone, now);
    }

    private static String freeKey(Set<String> taken) {
        if (!taken.contains(FIRST_KEY)) {
            return FIRST_KEY;
        }
        int number = 2;
        while (taken.contains(FIRST_KEY + "-" + number)) {
            number++;
        }
        return FIRST_KEY + "-" + number;
    }

    @Nullable
    Rule newest() {
        return versions.isEmpty() ? null : versions.getFirst().rule();
    }

    /** What a change is made on. */
    int version() {
        Rule newest = newest();
        return newest == null ? 0 : newest.version();
    }

    /** From when the newest version holds, if that is later than now. */
    Optional<String> newestIsPlanned() {
        Rule newest = newest();
        OffsetDateTime from = newest == null || newest.params() == null ? null : newest.validFrom();
        return from == null || !from.toInstant().isAfter(now)
                ? Optional.empty()
                : Optional.of(RuleTimes.of(from.toInstant(), zone));
    }

    Optional<Lane> lane() {
        return RuleCalendar.of(versions).lane(type, key);
    }

    /** A proposal beside what it would change. */
    Change change(Component page, RuleParams params, RuleDraft draft) {
        OffsetDateTime from = draft.validFrom();
        OffsetDateTime to = draft.validTo();
        boolean later = from != null && from.toInstant().isAfter(now);
        return new Change(
                lane().flatMap(lane -> lane.at(now))
                        .map(span -> said(page, span))
                        .orElse(null),
                RuleWords.text(page, type, params),
                from == null && to == null
                        ? page.getTranslation("rules.check.at-once")
                        : RuleTimes.validity(page, from, to, zone),
                lane().flatMap(lane -> lane.after(now))
                        .filter(span -> (from == null || !from.toInstant().isAfter(span.from()))
                                && (to == null || to.toInstant().isAfter(span.from())))
                        .map(span -> RuleTimes.of(span.from(), zone))
                        .orElse(null),
                later);
    }

    String said(Component page, RuleCalendar.Span span) {
        RuleParams params = span.version().rule().params();
        return params == null ? "" : RuleWords.text(page, type, params);
    }
}
