package io.xiaoer.onboarding.internal;

import static io.xiaoer.onboarding.internal.MergeFixtures.after;
import static io.xiaoer.onboarding.internal.MergeFixtures.at;
import static io.xiaoer.onboarding.internal.MergeFixtures.pack;
import static io.xiaoer.onboarding.internal.MergeFixtures.shop;
import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.knowledge.Entry;
import io.xiaoer.knowledge.EntryDraft;
import io.xiaoer.onboarding.PackUpgrade.Change;
import io.xiaoer.onboarding.internal.EntryMerge.Merged;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What holds of any three: made-up packs and shops of a few entries and texts, so that everything meets everything. */
class MergePropertyTest {

    private static final int ROUNDS = 1_000;
    private static final int KEYS = 4;
    private static final int TEXTS = 10;

    /** The versions of a pack and a shop's words. */
    private record Three(List<EntryDraft> old, List<Entry> mine, List<EntryDraft> fresh) {
        Merged merged() {
            return EntryMerge.of(old, mine, fresh);
        }
    }

    @Test
    void changesNothingWhereThePackDidNotChange() {
        forAll(three -> {
            Merged merged = EntryMerge.of(three.old(), three.mine(), three.old());
            assertThat(merged.put()).isEmpty();
            assertThat(merged.withdrawn()).isEmpty();
            assertThat(merged.items()).isEmpty();
        });
    }

    @Test
    void givesAShopThatChangedNothingThePackAsItIs() {
        forAll(three -> {
            List<Entry> mine = three.old().stream().map(MergeFixtures::shop).toList();
            Map<String, Entry> now = after(mine, EntryMerge.of(three.old(), mine, three.fresh()));
            assertThat(now.keySet())
                    .isEqualTo(three.fresh().stream().map(EntryDraft::key).collect(Collectors.toSet()));
            three.fresh().stream()
                    .map(Words::of)
                    .forEach(words -> assertThat(Words.of(at(now, words.key())).isLike(words))
                            .as("%s %s %s", three.old(), now, words)
                            .isTrue());
        });
    }

    @Test
    void neverChangesWhatTheShopChanged() {
        forAll(three -> {
            Map<String, Entry> now = after(three.mine(), three.merged());
            Map<String, Words> before = words(three.old());
            for (Entry own : three.mine()) {
                Words was = before.get(own.key());
                Entry merged = now.get(own.key());
                if (was == null) {
                    assertThat(merged).isEqualTo(own);
                    continue;
                }
                boolean touched = !Words.of(own).isLike(was);
                assertThat(merged != null || !touched).isTrue();
                if (merged == null) {
                    continue;
                }
                if (!own.question().equals(was.question())) {
                    assertThat(merged.question()).isEqualTo(own.question());
                }
                if (!Words.of(own).answersLike(was)) {
                    assertThat(merged.answer()).isEqualTo(own.answer());
                }
                Set<String> old = Same.folds(was.similar());
                assertThat(Same.folds(merged.similar()))
                        .as("what the shop added stays")
                        .containsAll(own.similar().stream()
                                .map(Same::fold)
                                .filter(text -> !old.contains(text))
                                .toList());
                Set<String> removed = new HashSet<>(old);
                removed.removeAll(Same.folds(own.similar()));
                assertThat(Collections.disjoint(Same.folds(merged.similar()), removed))
                        .as("what the shop removed stays away")
                        .isTrue();
            }
        });
    }

    @Test
    void neverBringsBackAnEntryThatTheShopDeleted() {
        forAll(three -> {
            Set<String> deleted =
                    three.old().stream().map(EntryDraft::key).collect(Collectors.toCollection(TreeSet::new));
            three.mine().forEach(entry -> deleted.remove(entry.key()));
            assertThat(Collections.disjoint(after(three.mine(), three.merged()).keySet(), deleted))
                    .isTrue();
        });
    }

    @Test
    void neverGivesTwoEntriesTheSameWordsThatHadThemNotBefore() {
        forAll(three -> {
            Set<String> before = shared(three.mine());
            Set<String> now =
                    shared(List.copyOf(after(three.mine(), three.merged()).values()));
            now.removeAll(before);
            assertThat(now).as("%s", three).isEmpty();
        });
    }

    @Test
    void hasNothingToSayAfterItWasTaken() {
        forAll(three -> {
            Merged merged = three.merged();
            List<Entry> now = List.copyOf(after(three.mine(), merged).values());
            Merged again = EntryMerge.of(three.fresh(), now, three.fresh());
            assertThat(again.items()).isEmpty();
        });
    }

    @Test
    void namesEachThingThatItChanges() {
        forAll(three -> {
            Merged merged = three.merged();
            Set<String> named = merged.items().stream()
                    .filter(item -> item.changes().stream().map(Change::kept).anyMatch(Objects::isNull))
                    .map(item -> item.subject())
                    .collect(Collectors.toSet());
            Set<String> changed =
                    merged.put().stream().map(EntryDraft::key).collect(Collectors.toCollection(HashSet::new));
            merged.withdrawn().forEach(entry -> changed.add(entry.key()));
            assertThat(named).isEqualTo(changed);
        });
    }

    private interface Claim {
        void holds(Three three);
    }

    private static void forAll(Claim claim) {
        for (int seed = 0; seed < ROUNDS; seed++) {
            claim.holds(three(new Random(seed)));
        }
    }

    private static Three three(Random random) {
        List<EntryDraft> old = packOf(random);
        List<EntryDraft> fresh = random.nextInt(4) == 0 ? old : varied(random, old);
        List<Entry> mine = varied(random, old).stream()
                .map(draft -> shop(draft, 1 + random.nextInt(3)))
                .toList();
        return new Three(old, mine, fresh);
    }

    /** No text in two entries, as the build holds packs to. */
    private static List<EntryDraft> packOf(Random random) {
        List<Integer> free = new ArrayList<>();
        for (int i = 0; i < TEXTS; i++) {
            free.add(i);
        }
        Collections.shuffle(free, random);
        List<EntryDraft> pack = new ArrayList<>();
        for (int key = 0; key < KEYS; key++) {
            if (random.nextInt(4) > 0 && free.size() > 2) {
                List<String> similar = new ArrayList<>();
                String question = "问" + free.removeLast();
                while (!free.isEmpty() && random.nextInt(3) > 0) {
                    similar.add("问" + free.removeLast());
                }
                pack.add(pack("k" + key, question, "答" + random.nextInt(3), similar, List.of()));
            }
        }
        return List.copyOf(pack);
    }

    /** Half of the entries as they were, the others from another pack; no text twice. */
    private static List<EntryDraft> varied(Random random, List<EntryDraft> pack) {
        Map<String, EntryDraft> varied = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (EntryDraft draft : pack) {
            Words words = Words.of(draft);
            if (random.nextBoolean()) {
                varied.put(words.key(), draft);
                taken.add(words.question());
                taken.addAll(words.similar());
            }
        }
        for (EntryDraft draft : packOf(random)) {
            Words other = Words.of(draft);
            if (!varied.containsKey(other.key()) && taken.add(other.question())) {
                List<String> similar =
                        other.similar().stream().filter(taken::add).toList();
                varied.put(other.key(), pack(other.key(), other.question(), other.answer(), similar, List.of()));
            }
        }
        return varied.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Map<String, Words> words(List<EntryDraft> drafts) {
        return drafts.stream().map(Words::of).collect(Collectors.toMap(Words::key, words -> words));
    }

    private static Set<String> shared(List<Entry> entries) {
        Map<String, String> owners = new HashMap<>();
        Set<String> shared = new TreeSet<>();
        for (Entry entry : entries) {
            Set<String> texts = Same.folds(entry.similar());
            texts.add(Same.fold(entry.question()));
            for (String text : texts) {
                String owner = owners.putIfAbsent(text, entry.key());
                if (owner != null) {
                    shared.add(text);
                }
            }
        }
        return shared;
    }
}
