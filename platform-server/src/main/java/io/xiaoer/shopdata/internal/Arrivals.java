package io.xiaoer.shopdata.internal;

import io.xiaoer.shared.FieldErrors;
import io.xiaoer.shared.Problem;
import io.xiaoer.shopdata.Freshness;
import io.xiaoer.shopdata.PushResult;
import io.xiaoer.shopdata.PushResult.Outcome;
import io.xiaoer.shopdata.Pushed;
import io.xiaoer.shopdata.RecordKind;
import io.xiaoer.shopdata.ShopRecord;
import io.xiaoer.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Takes records in, each on its own merits, in as few statements as there are kinds. */
@Component
public class Arrivals {

    /** How far a shop's clock may be ahead of ours. */
    private static final Duration MOST_AHEAD = Duration.ofMinutes(10);

    private final RecordForms forms;
    private final RecordRows rows;
    private final ErasureRows erasures;
    private final Clock clock;

    Arrivals(RecordForms forms, RecordRows rows, ErasureRows erasures, Clock clock) {
        this.forms = forms;
        this.rows = rows;
        this.erasures = erasures;
        this.clock = clock;
    }

    /** An item that was looked at: either a record, or what is wrong with it. */
    private record Examined(Pushed item, Optional<ShopRecord> record, List<Problem.FieldError> errors) {}

    /** Call it inside a transaction. */
    public List<PushResult> take(TenantId tenant, List<Pushed> items, String source) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        List<Examined> examined = withoutErased(
                tenant, items.stream().map(item -> examine(item, source, now)).toList());
        Map<RecordKind, TreeMap<String, ShopRecord>> newest = new EnumMap<>(RecordKind.class);
        for (Examined one : examined) {
            one.record()
                    .ifPresent(record -> newest.computeIfAbsent(RecordKind.of(record), kind -> new TreeMap<>())
                            .merge(record.id(), record, Arrivals::newer));
        }
        Map<RecordKind, Set<String>> written = new EnumMap<>(RecordKind.class);
        newest.forEach((kind, records) -> written.put(kind, rows.upsert(tenant, kind, List.copyOf(records.values()))));
        return examined.stream().map(one -> result(one, newest, written)).toList();
    }

    private List<Examined> withoutErased(TenantId tenant, List<Examined> examined) {
        Set<ShopRecord> erased = erasures.erased(
                tenant, examined.stream().flatMap(one -> one.record().stream()).toList());
        return examined.stream()
                .map(one -> one.record().filter(erased::contains).isPresent()
                        ? new Examined(one.item(), Optional.empty(), List.of(PushResult.ERASED))
                        : one)
                .toList();
    }

    /** Of two with one id; the later in the list if they are as old. */
    private static ShopRecord newer(ShopRecord first, ShopRecord second) {
        return first.freshness().updatedAt().isAfter(second.freshness().updatedAt()) ? first : second;
    }

    private static PushResult result(
            Examined one, Map<RecordKind, TreeMap<String, ShopRecord>> newest, Map<RecordKind, Set<String>> written) {
        if (one.record().isEmpty()) {
            return new PushResult(one.item().kind(), one.item().id(), Outcome.REJECTED, one.errors());
        }
        ShopRecord record = one.record().get();
        RecordKind kind = RecordKind.of(record);
        ShopRecord kept = newest.getOrDefault(kind, new TreeMap<>()).get(record.id());
        boolean stored = written.getOrDefault(kind, Set.of()).contains(record.id())
                && kept != null
                && kept.freshness().updatedAt().isEqual(record.freshness().updatedAt());
        return new PushResult(one.item().kind(), record.id(), stored ? Outcome.STORED : Outcome.STALE, List.of());
    }

    private Examined examine(Pushed item, String source, OffsetDateTime now) {
        try {
            return new Examined(item, Optional.of(read(item, source, now)), List.of());
        } catch (Problem problem) {
            return new Examined(item, Optional.empty(), problem.errors());
        }
    }

    private ShopRecord read(Pushed item, String source, OffsetDateTime now) {
        FieldErrors errors = new FieldErrors();
        Optional<RecordKind> kind = RecordKind.of(item.kind());
        errors.rejectIf(kind.isEmpty(), "kind", "must be one of " + RecordKind.keys());
        String id = id(item.id(), errors);
        OffsetDateTime updatedAt = updatedAt(item.updatedAt(), now, errors);
        @Nullable JsonNode data = item.data();
        if (data == null || !data.isObject()) {
            errors.reject("data", "must be an object");
        }
        if (kind.isEmpty() || data == null || !data.isObject()) {
            errors.throwIfAny();
            throw new IllegalStateException("An item without kind or data was accepted");
        }
        ShopRecord record = forms.read(kind.get(), id, data, new Freshness(source, updatedAt, now), errors);
        errors.throwIfAny();
        return record;
    }

    private static String id(@Nullable String id, FieldErrors errors) {
        errors.text("id", id, RecordForms.LONGEST_ID);
        errors.rejectIf(
                id != null && id.chars().anyMatch(c -> c == '\n' || c == '\r' || c == '\t'),
                "id",
                "must be in one line");
        return id == null ? "" : id.strip();
    }

    /** As exact as the database keeps it, so that the same instant is the same. */
    private static OffsetDateTime updatedAt(@Nullable String text, OffsetDateTime now, FieldErrors errors) {
        if (text == null) {
            errors.reject("updatedAt", "is required");
            return now;
        }
        @Nullable OffsetDateTime time = Fields.time(text, "updatedAt", errors);
        if (time == null) {
            return now;
        }
        errors.rejectIf(
                time.isAfter(now.plus(MOST_AHEAD)),
                "updatedAt",
                "must not be more than " + MOST_AHEAD.toMinutes() + " minutes in the future");
        return time.truncatedTo(ChronoUnit.MICROS).withOffsetSameInstant(ZoneOffset.UTC);
    }
}
