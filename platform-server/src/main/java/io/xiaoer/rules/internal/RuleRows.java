package io.xiaoer.rules.internal;

import static io.xiaoer.rules.internal.db.Tables.RULE;
import static io.xiaoer.rules.internal.db.Tables.RULE_VERSION;

import io.xiaoer.rules.Rule;
import io.xiaoer.rules.RuleForm;
import io.xiaoer.rules.RuleParams;
import io.xiaoer.rules.RuleType;
import io.xiaoer.rules.RuleVersion;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSON;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The tables of rules: one row for each rule, and one for each version it ever had. */
@Repository
public class RuleRows {

    /** The newest versions of each rule that hold at some time; asks for as many as the limit says. */
    private static final String NEWEST = """
            select v.type, v.key, v.version, v.params, v.valid_from, v.valid_to, v.actor_kind, v.actor, v.at
            from rules.rule r
            cross join lateral (
                select * from rules.rule_version one
                where one.tenant_id = ? and one.type = r.type and one.key = r.key
                %s
                order by one.version desc
                limit ?) v
            where r.tenant_id = ?
            %s
            order by %s
            """;

    private static final String AT = NEWEST.formatted(
            "and (one.valid_from is null or one.valid_from <= cast(? as timestamptz))"
                    + " and (one.valid_to is null or one.valid_to > cast(? as timestamptz))",
            "and v.params is not null",
            "v.type, v.valid_to is null, v.at desc, v.key");
    private static final String ALL = NEWEST.formatted("", "", "v.type, v.key, v.version");

    private final DSLContext db;
    private final JsonMapper json;

    RuleRows(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** In the order of type; of one type first what ends, then what was changed last. */
    public List<Rule> at(TenantId tenant, Instant instant) {
        OffsetDateTime at = instant.atOffset(ZoneOffset.UTC);
        return db.resultQuery(AT, tenant.value(), at, at, 1, tenant.value()).fetch(this::rule);
    }

    /** Of each rule so many of its newest versions, oldest first. */
    public List<RuleVersion> newest(TenantId tenant, int each) {
        return db.resultQuery(ALL, tenant.value(), each, tenant.value()).fetch(this::version);
    }

    /** Newest versions of rules that were not withdrawn, in the order of type and key, after {@code type/key}. */
    public List<Rule> after(TenantId tenant, String position, int limit) {
        int slash = position.indexOf('/');
        String type = slash < 0 ? "" : position.substring(0, slash);
        String key = position.substring(slash + 1);
        return db.select(columns())
                .from(RULE)
                .join(RULE_VERSION)
                .on(RULE_VERSION.TENANT_ID.eq(tenant.value()))
                .and(RULE_VERSION.TYPE.eq(RULE.TYPE))
                .and(RULE_VERSION.KEY.eq(RULE.KEY))
                .and(RULE_VERSION.VERSION.eq(RULE.VERSION))
                .where(RULE.TENANT_ID.eq(tenant.value()))
                .and(DSL.row(RULE.TYPE, RULE.KEY).gt(type, key))
                .and(RULE_VERSION.PARAMS.isNotNull())
                .orderBy(RULE.TYPE, RULE.KEY)
                .limit(limit)
                .fetch(this::rule);
    }

    public Optional<Rule> newest(TenantId tenant, RuleType type, String key) {
        return db.select(columns())
                .from(RULE_VERSION)
                .where(of(tenant, type, key))
                .orderBy(RULE_VERSION.VERSION.desc())
                .limit(1)
                .fetchOptional(this::rule);
    }

    /** Newest first. */
    public List<RuleVersion> before(TenantId tenant, RuleType type, String key, int number, int limit) {
        return db.select(columns())
                .from(RULE_VERSION)
                .where(of(tenant, type, key))
                .and(RULE_VERSION.VERSION.lt(number))
                .orderBy(RULE_VERSION.VERSION.desc())
                .limit(limit)
                .fetch(this::version);
    }

    public int count(TenantId tenant) {
        return db.fetchCount(RULE, RULE.TENANT_ID.eq(tenant.value()));
    }

    /**
     * Takes the number of a rule's next version; whoever changes the rule too waits until the transaction ends.
     *
     * @param expected the number that must be the last one taken; null for whatever it is
     * @return empty if it is not
     */
    public Optional<Integer> next(TenantId tenant, RuleType type, String key, @Nullable Integer expected) {
        if (expected != null) {
            return db.update(RULE)
                    .set(RULE.VERSION, expected + 1)
                    .where(RULE.TENANT_ID.eq(tenant.value()))
                    .and(RULE.TYPE.eq(type.key()))
                    .and(RULE.KEY.eq(key))
                    .and(RULE.VERSION.eq(expected))
                    .returning(RULE.VERSION)
                    .fetchOptional(RULE.VERSION);
        }
        return db.insertInto(RULE)
                .set(RULE.TENANT_ID, tenant.value())
                .set(RULE.TYPE, type.key())
                .set(RULE.KEY, key)
                .set(RULE.VERSION, 1)
                .onConflict(RULE.TENANT_ID, RULE.TYPE, RULE.KEY)
                .doUpdate()
                .set(RULE.VERSION, RULE.VERSION.plus(1))
                .returning(RULE.VERSION)
                .fetchOptional(RULE.VERSION);
    }

    /** Keeps a version under the number that was taken for it, on behalf of the bound actor. */
    public void insert(TenantId tenant, Rule rule, OffsetDateTime at) {
        Actor actor = TenantScope.requiredActor();
        RuleParams params = rule.params();
        db.insertInto(RULE_VERSION)
                .set(RULE_VERSION.TENANT_ID, tenant.value())
                .set(RULE_VERSION.TYPE, rule.type().key())
                .set(RULE_VERSION.KEY, rule.key())
                .set(RULE_VERSION.VERSION, rule.version())
                .set(
                        RULE_VERSION.PARAMS,
                        params == null ? null : JSON.json(json.writeValueAsString(RuleForm.write(params))))
                .set(RULE_VERSION.VALID_FROM, rule.validFrom())
                .set(RULE_VERSION.VALID_TO, rule.validTo())
                .set(RULE_VERSION.ACTOR_KIND, actor.kind().name())
                .set(RULE_VERSION.ACTOR, actor.name())
                .set(RULE_VERSION.AT, at)
                .execute();
    }

    private static List<SelectField<?>> columns() {
        return List.of(
                RULE_VERSION.TYPE,
                RULE_VERSION.KEY,
                RULE_VERSION.VERSION,
                RULE_VERSION.PARAMS,
                RULE_VERSION.VALID_FROM,
                RULE_VERSION.VALID_TO,
                RULE_VERSION.ACTOR_KIND,
                RULE_VERSION.ACTOR,
                RULE_VERSION.AT);
    }

    private static Condition of(TenantId tenant, RuleType type, String key) {
        return RULE_VERSION
                .TENANT_ID
                .eq(tenant.value())
                .and(RULE_VERSION.TYPE.eq(type.key()))
                .and(RULE_VERSION.KEY.eq(key));
    }

    private RuleVersion version(Record row) {
        return new RuleVersion(
                rule(row),
                Actor.Kind.valueOf(row.get("actor_kind", String.class)),
                row.get("actor", String.class),
                row.get("at", OffsetDateTime.class));
    }

    private Rule rule(Record row) {
        String name = row.get("type", String.class);
        RuleType type = RuleType.of(name).orElseThrow(() -> new IllegalStateException("There is no rule type " + name));
        JSON params = row.get("params", JSON.class);
        return new Rule(
                type,
                row.get("key", String.class),
                params == null ? null : RuleForm.read(type, json.readTree(params.data())),
                row.get("valid_from", OffsetDateTime.class),
                row.get("valid_to", OffsetDateTime.class),
                row.get("version", Integer.class));
    }
}
