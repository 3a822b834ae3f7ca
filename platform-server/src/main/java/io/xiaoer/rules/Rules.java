package io.xiaoer.rules;

import io.xiaoer.rules.internal.RuleRows;
import io.xiaoer.shared.Audited;
import io.xiaoer.shared.NoLookups;
import io.xiaoer.shared.Page;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.OpenToAll;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The bound shop's rules. Versions are only ever added; a change holds from the very next question on. */
@Service
@Requires(Permission.VIEW)
public class Rules {

    /** The most rules of a shop. Two new ones at the same moment may exceed it by one. */
    public static final int MAX_RULES = 500;

    private static final int CALENDAR_VERSIONS = 50;

    private final RuleRows rows;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Rules(RuleRows rows, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.events = events;
        this.clock = clock;
    }

    /** What holds at that instant, by what is known now. */
    @Transactional(readOnly = true)
    @OpenToAll("on the shopper's way")
    public RulesInForce at(Instant at) {
        NoLookups.check("rules");
        return new RulesInForce(rows.at(TenantScope.required(), at));
    }

    /** The newest version of each rule that was not withdrawn, in the order of type and key. */
    @Transactional(readOnly = true)
    public Page<Rule> list(@Nullable String cursor, int limit) {
        return Page.of(rows.after(TenantScope.required(), Page.after(cursor), limit + 1), limit, Rules::position);
    }

    /**
     * The newest version of a rule, which may begin later.
     *
     * @throws Problem if there is none, or it was withdrawn
     */
    @Transactional(readOnly = true)
    public Rule get(RuleType type, String key) {
        return rows.newest(TenantScope.required(), type, key)
                .filter(rule -> rule.params() != null)
                .orElseThrow(() -> Problem.notFound("rule"));
    }

    /**
     * Appends a version.
     *
     * @throws Problem if the draft is not valid, someone else changed the rule, or the shop has {@link #MAX_RULES}
     */
    @Transactional
    @Requires(Permission.EDIT)
    public Rule put(RuleType type, String key, RuleDraft draft) {
        RuleParams params = draft.check(type, key);
        return append(type, key, params, draft.validFrom(), draft.validTo(), draft.version());
    }

    /** Puts the rules of a pack, which the build has checked, over whatever is there. */
    @Transactional
    @Requires(Permission.EDIT)
    public void apply(List<PackRule> rules) {
        rules.forEach(rule -> put(rule.ruleType(), rule.key(), RuleDraft.of(rule.params(), null, null, null)));
    }

    /**
     * Ends a rule now. Earlier versions do not come back, and neither does one that would have begun later.
     *
     * @param version the newest version there must be; null for whatever is there
     * @throws Problem if there is none, or someone else changed it
     */
    @Transactional
    @Requires(Permission.EDIT)
    public void withdraw(RuleType type, String key, @Nullable Integer version) {
        append(type, key, null, now(), null, version);
    }

    /** Every version of a rule, newest first; also of one that was withdrawn. */
    @Transactional(readOnly = true)
    public Page<RuleVersion> versions(RuleType type, String key, @Nullable String cursor, int limit) {
        int before = Page.afterNumber(cursor, Integer.MAX_VALUE);
        return Page.of(
                rows.before(TenantScope.required(), type, key, before, limit + 1),
                limit,
                version -> Integer.toString(version.rule().version()));
    }

    /** All versions of all rules, in the order of type, key and version; of each rule the newest fifty. */
    @Transactional(readOnly = true)
    public List<RuleVersion> calendar() {
        return rows.newest(TenantScope.required(), CALENDAR_VERSIONS);
    }

    private Rule append(
            RuleType type,
            String key,
            @Nullable RuleParams params,
            @Nullable OffsetDateTime validFrom,
            @Nullable OffsetDateTime validTo,
            @Nullable Integer expected) {
        TenantId tenant = TenantScope.required();
        int version = rows.next(tenant, type, key, expected == null || expected == 0 ? null : expected)
                .orElseThrow(() -> rows.newest(tenant, type, key).isPresent()
                        ? Problem.versionConflict()
                        : Problem.notFound("rule"));
        Rule old = rows.newest(tenant, type, key)
                .filter(rule -> rule.params() != null)
                .orElse(null);
        if (old == null && params == null) {
            throw Problem.notFound("rule");
        }
        if (old != null && expected != null && expected == 0) {
            throw Problem.versionConflict();
        }
        if (version == 1 && rows.count(tenant) > MAX_RULES) {
            throw new Problem(
                    Problem.Code.QUOTA_EXCEEDED,
                    "A shop may have " + MAX_RULES + " rules. Change one that is there instead of adding another.");
        }
        Rule fresh = new Rule(type, key, params, validFrom, validTo, version);
        rows.insert(tenant, fresh, now());
        events.publishEvent(new Audited(
                params == null ? "rule.withdrawn" : old == null ? "rule.created" : "rule.changed",
                type.key() + "/" + key,
                old == null ? null : told(old),
                params == null ? null : told(fresh)));
        return fresh;
    }

    private OffsetDateTime now() {
        // as exact as the database, which would round up to a moment that has not come
        return OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
    }

    private static Map<String, Object> told(Rule rule) {
        Map<String, Object> told = new LinkedHashMap<>();
        RuleParams params = rule.params();
        if (params != null) {
            told.putAll(RuleForm.write(params));
        }
        told.put("validFrom", rule.validFrom());
        told.put("validTo", rule.validTo());
        told.put("version", rule.version());
        return told;
    }

    private static String position(Rule rule) {
        return rule.type().key() + "/" + rule.key();
    }
}
