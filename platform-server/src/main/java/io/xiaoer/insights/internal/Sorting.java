package io.xiaoer.insights.internal;

import io.xiaoer.conversations.AskedQuestion.Place;
import io.xiaoer.insights.QuestionCluster.State;
import io.xiaoer.shared.Ids;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sorts failed questions of a bot into heaps that ask the same, one after the other: a question joins the nearest heap of its kind that is near
 * enough, else it begins one; heaps that came to be near become one. Pure but for the ids it makes.
 */
final class Sorting {

    /**
     * From this cosine to the middle of a heap on, a question belongs to it. Chosen on real shop questions, see {@code ClusteringQualityTest}.
     */
    static final float NEAR = 0.42f;

    private final float near;
    private final Map<UUID, Heap> heaps = new LinkedHashMap<>();
    private final Map<Kind, Set<UUID>> ofKind = new HashMap<>();
    private final Map<Kind, Map<String, UUID>> byWording = new HashMap<>();
    private final Map<Place, UUID> sorted = new LinkedHashMap<>();
    private final Set<UUID> touched = new LinkedHashSet<>();
    private final Map<UUID, UUID> merged = new LinkedHashMap<>();

    Sorting(Collection<Heap> known) {
        this(known, NEAR);
    }

    Sorting(Collection<Heap> known, float near) {
        this.near = near;
        known.forEach(this::put);
    }

    /** A wording that is in a heap already. */
    void knows(String wording, UUID heap) {
        Heap known = heaps.get(heap);
        if (known != null) {
            wordings(known.kind()).put(wording, heap);
        }
    }

    /** @param meaning the vector of a wording */
    void add(Failed failed, Function<String, float[]> meaning) {
        UUID same = wordings(failed.kind()).get(failed.wording());
        if (same != null) {
            Heap heap = heap(same);
            take(failed, heap.with(failed, heap.middle()));
            return;
        }
        float[] vector = meaning.apply(failed.wording());
        take(
                failed,
                nearest(failed.kind(), vector)
                        .map(heap -> heap.with(failed, heap.middle().plus(vector)))
                        .orElseGet(() -> Heap.begin(Ids.next(), failed, vector)));
    }

    private void take(Failed failed, Heap heap) {
        put(heap);
        touched.add(heap.id());
        wordings(failed.kind()).put(failed.wording(), heap.id());
        sorted.put(failed.place(), heap.id());
    }

    private Optional<Heap> nearest(Kind kind, float[] vector) {
        Heap best = null;
        float most = near;
        for (UUID id : ofKind.getOrDefault(kind, Set.of())) {
            Heap heap = heap(id);
            float nearness = heap.middle().nearness(vector);
            if (nearness >= most) {
                best = heap;
                most = nearness;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Makes one of open heaps that came to be near; what somebody has decided about stays by itself. */
    void merge() {
        for (UUID id : List.copyOf(touched)) {
            Heap heap = heaps.get(id);
            Heap other = heap == null ? null : nearestOpen(heap);
            while (heap != null && other != null) {
                heap = merge(heap, other);
                other = nearestOpen(heap);
            }
        }
    }

    private @Nullable Heap nearestOpen(Heap heap) {
        if (heap.state() != State.OPEN) {
            return null;
        }
        Heap best = null;
        float most = near;
        for (UUID id : ofKind.getOrDefault(heap.kind(), Set.of())) {
            Heap other = heap(id);
            float nearness = id.equals(heap.id()) || other.state() != State.OPEN
                    ? -1
                    : other.middle().nearness(heap.middle());
            if (nearness >= most) {
                best = other;
                most = nearness;
            }
        }
        return best;
    }

    /** The one with more wordings stays, of equals the older one. */
    private Heap merge(Heap one, Heap other) {
        Comparator<Heap> staying = Comparator.comparingInt(
                        (Heap heap) -> -heap.middle().wordings())
                .thenComparing(Heap::firstAt)
                .thenComparing(Heap::id);
        List<Heap> both = new ArrayList<>(List.of(one, other));
        both.sort(staying);
        UUID gone = both.getLast().id();
        Heap whole = both.getFirst().plus(both.getLast());
        heaps.remove(gone);
        Set<UUID> alike = ofKind.get(whole.kind());
        if (alike != null) {
            alike.remove(gone);
        }
        touched.remove(gone);
        touched.add(whole.id());
        merged.replaceAll((from, to) -> to.equals(gone) ? whole.id() : to);
        merged.put(gone, whole.id());
        sorted.replaceAll((place, heap) -> heap.equals(gone) ? whole.id() : heap);
        wordings(whole.kind()).replaceAll((wording, heap) -> heap.equals(gone) ? whole.id() : heap);
        put(whole);
        return whole;
    }

    /** Gives heaps that changed the names that they go by. */
    void name(Function<Heap, String> typical) {
        touched.forEach(id -> put(heap(id).named(typical.apply(heap(id)))));
    }

    /** Which heap each question is in now. */
    Map<Place, UUID> sorted() {
        return Map.copyOf(sorted);
    }

    /** Those that changed, new ones among them. */
    List<Heap> touched() {
        return touched.stream().map(this::heap).toList();
    }

    /** Heaps that are gone, with the one that each is part of now. */
    Map<UUID, UUID> merged() {
        return Map.copyOf(merged);
    }

    private void put(Heap heap) {
        heaps.put(heap.id(), heap);
        ofKind.computeIfAbsent(heap.kind(), kind -> new LinkedHashSet<>()).add(heap.id());
    }

    private Heap heap(UUID id) {
        return Objects.requireNonNull(heaps.get(id));
    }

    private Map<String, UUID> wordings(Kind kind) {
        return byWording.computeIfAbsent(kind, any -> new HashMap<>());
    }
}
