package io.xiaoer.insights.internal;

import static io.xiaoer.insights.internal.InsightFixtures.NOON;
import static io.xiaoer.insights.internal.InsightFixtures.conversation;
import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.conversations.AskedQuestion.Place;
import io.xiaoer.insights.Cause;
import io.xiaoer.insights.Mend;
import io.xiaoer.insights.QuestionCluster.State;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SortingTest {

    private static final Kind UNKNOWN = new Kind(Cause.NOT_UNDERSTOOD, null);
    private static final Kind WRONG = new Kind(Cause.WRONG, null);

    private int asked;

    @Test
    void putsTogetherWhatIsNearAndKeepsApartWhatIsNot() {
        Sorting sorting = new Sorting(List.of(), 0.8f);

        Place one = add(sorting, UNKNOWN, 0);
        Place near = add(sorting, UNKNOWN, 20);
        Place far = add(sorting, UNKNOWN, 90);

        assertThat(sorting.sorted().get(near)).isEqualTo(sorting.sorted().get(one));
        assertThat(sorting.sorted().get(far)).isNotEqualTo(sorting.sorted().get(one));
        assertThat(sorting.touched()).hasSize(2);
    }

    @Test
    void keepsApartWhatFailsForAnotherReason() {
        Sorting sorting = new Sorting(List.of(), 0.8f);

        Place one = add(sorting, UNKNOWN, 0);
        Place other = add(sorting, WRONG, 0);
        Place missing = add(sorting, new Kind(Cause.DATA_MISSING, "order:down"), 0);

        assertThat(new HashSet<>(sorting.sorted().values())).hasSize(3);
        assertThat(sorting.sorted()).containsKeys(one, other, missing);
    }

    @Test
    void theSameWordsJoinWithoutBeingReadAgain() {
        Sorting sorting = new Sorting(List.of(), 0.8f);
        List<String> read = new ArrayList<>();

        for (int i = 0; i < 3; i++) {
            sorting.add(failed(UNKNOWN, 5, NOON, null), wording -> {
                read.add(wording);
                return vector(5);
            });
        }

        assertThat(read).hasSize(1);
        assertThat(sorting.touched())
                .singleElement()
                .satisfies(heap -> assertThat(heap.middle().wordings()).isEqualTo(1));
    }

    @Test
    void knowsWordsFromBefore() {
        Heap heap = heap(State.OPEN, 0, null, null);
        Sorting sorting = new Sorting(List.of(heap), 0.99f);
        sorting.knows(wording(70), heap.id());

        Place place = add(sorting, UNKNOWN, 70);

        assertThat(sorting.sorted()).containsExactly(Map.entry(place, heap.id()));
    }

    @Test
    void makesOneOfOpenHeapsThatCameToBeNear() {
        Heap one = heap(State.OPEN, 0, null, null);
        Heap other = heap(State.OPEN, 60, null, null);
        Heap decided = heap(State.IGNORED, 30, null, null);
        Sorting sorting = new Sorting(List.of(one, other, decided), 0.8f);

        Place between = add(sorting, UNKNOWN, 33);
        Place nearOne = add(sorting, UNKNOWN, 2);
        sorting.merge();
        assertThat(sorting.merged()).isEmpty();
        assertThat(sorting.sorted()).containsEntry(between, decided.id()).containsEntry(nearOne, one.id());

        Sorting nearer = new Sorting(List.of(one, heap(State.OPEN, 50, null, null)), 0.8f);
        Place first = add(nearer, UNKNOWN, 24);
        Place second = add(nearer, UNKNOWN, 23);
        nearer.merge();

        UUID left = nearer.sorted().get(first);
        assertThat(nearer.sorted().get(second)).isEqualTo(left);
        assertThat(nearer.merged()).hasSize(1).containsValue(left);
        assertThat(nearer.touched()).extracting(Heap::id).containsExactly(left);
        assertThat(nearer.touched().getFirst().middle().wordings()).isEqualTo(4);
    }

    @Test
    void opensAgainWhatFailsAlthoughItWorked() {
        OffsetDateTime live = NOON.minusDays(1);

        assertThat(stateAfter(heap(State.CLOSED, 0, 4, live), NOON, 4)).isEqualTo(State.OPEN);
        assertThat(stateAfter(heap(State.CLOSED, 0, 4, live), NOON, 3)).isEqualTo(State.CLOSED);
        assertThat(stateAfter(heap(State.CLOSED, 0, 4, live), live.minusSeconds(1), 4))
                .isEqualTo(State.CLOSED);
        assertThat(stateAfter(heap(State.WATCHED, 0, 4, live), NOON, 4)).isEqualTo(State.WATCHED);
        assertThat(stateAfter(heap(State.IGNORED, 0, null, live), NOON, 4)).isEqualTo(State.IGNORED);
        assertThat(stateAfter(heap(State.DRAFTED, 0, null, null), NOON, 4)).isEqualTo(State.DRAFTED);
    }

    @Test
    void isNamedByWhatIsNearestToTheMiddleAndMostFrequentOfThose() {
        Middle middle = Middle.of(vector(0)).plus(vector(20)).plus(vector(40));
        Map<String, Integer> degrees = Map.of("左", 0, "中", 20, "中间", 21, "右", 40);
        List<Wording> wordings = List.of(
                new Wording("左", "左", 90),
                new Wording("中", "中", 1),
                new Wording("中间", "中间", 2),
                new Wording("右", "右", 3));

        assertThat(Wording.typical(wordings, middle, bare -> vector(degrees.getOrDefault(bare, 0)))
                        .text())
                .isEqualTo("中间");
    }

    private State stateAfter(Heap heap, OffsetDateTime at, int release) {
        Sorting sorting = new Sorting(List.of(heap), 0.8f);
        sorting.add(failed(UNKNOWN, 1, at, release), wording -> vector(1));
        return sorting.touched().getFirst().state();
    }

    private Place add(Sorting sorting, Kind kind, int degrees) {
        Failed failed = failed(kind, degrees, NOON, null);
        sorting.add(failed, wording -> vector(degrees));
        return failed.place();
    }

    private Failed failed(Kind kind, int degrees, OffsetDateTime at, @Nullable Integer release) {
        return new Failed(new Place(conversation(++asked), 1), kind, wording(degrees), wording(degrees), release, at);
    }

    private static String wording(int degrees) {
        return "问" + degrees;
    }

    private static Heap heap(State state, int degrees, @Nullable Integer release, @Nullable OffsetDateTime liveAt) {
        return new Heap(
                new UUID(3, degrees),
                UNKNOWN,
                state,
                Middle.of(vector(degrees)),
                wording(degrees),
                NOON.minusDays(5),
                NOON.minusDays(5),
                liveAt == null ? null : Mend.As.KEYWORD,
                release,
                liveAt);
    }

    private static float[] vector(int degrees) {
        double angle = Math.toRadians(degrees);
        return new float[] {(float) Math.cos(angle), (float) Math.sin(angle)};
    }
}
