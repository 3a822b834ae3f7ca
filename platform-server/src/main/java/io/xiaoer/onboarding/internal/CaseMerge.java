package io.xiaoer.onboarding.internal;

import io.xiaoer.onboarding.PackUpgrade.Change;
import io.xiaoer.onboarding.PackUpgrade.Fate;
import io.xiaoer.onboarding.PackUpgrade.Item;
import io.xiaoer.onboarding.PackUpgrade.Kept;
import io.xiaoer.onboarding.PackUpgrade.What;
import io.xiaoer.rehearsal.Expectation;
import io.xiaoer.rehearsal.TestCase;
import io.xiaoer.rehearsal.TestCase.Draft;
import io.xiaoer.rehearsal.TestCase.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Three ways of what a bot is held to. A case comes only with the entry that it is about. Pure. */
final class CaseMerge {

    private CaseMerge() {}

    /** A case that is rewritten. */
    record Changed(TestCase old, Draft fresh) {}

    record Merged(List<Item> items, List<Draft> added, List<Changed> changed, List<TestCase> withdrawn) {}

    /**
     * What the merged entries are like.
     *
     * @param answering keys of those that answer
     * @param pure keys of those that are just as the pack has them; only what they alone have to say may keep a draft from being published
     * @param fresh keys of those that are new
     */
    record Standing(Set<String> answering, Set<String> pure, Set<String> fresh) {

        boolean answers(Draft draft) {
            String key = expected(draft).entryKey();
            return key == null || answering.contains(key);
        }

        Draft fitting(Draft draft) {
            return Boolean.TRUE.equals(draft.required())
                            && !pure.containsAll(expected(draft).accepted())
                    ? of(draft, false)
                    : draft;
        }
    }

    /** @param old null where it is not known: then those come that are about new entries */
    static Merged of(@Nullable List<Draft> old, List<TestCase> mine, List<Draft> fresh, Standing standing) {
        Map<String, Draft> before = byQuestion(old == null ? List.of() : old);
        Map<String, Draft> after = byQuestion(fresh);
        Map<String, TestCase> own = new LinkedHashMap<>();
        mine.forEach(one -> own.putIfAbsent(Same.fold(one.question()), one));
        List<Item> items = new ArrayList<>();
        List<Draft> added = new ArrayList<>();
        List<Changed> changed = new ArrayList<>();
        List<TestCase> withdrawn = new ArrayList<>();
        after.forEach((question, draft) -> {
            TestCase there = own.get(question);
            Draft was = before.get(question);
            if (there == null && was == null) {
                boolean isWanted =
                        old != null || standing.fresh().contains(expected(draft).entryKey());
                if (isWanted && standing.answers(draft)) {
                    added.add(standing.fitting(draft));
                    items.add(item(Fate.NEW, draft, null));
                }
            } else if (there != null && was != null && !same(was, draft) && !same(there, draft)) {
                if (same(there, was)) {
                    changed.add(new Changed(there, of(standing.fitting(draft), there.version())));
                    items.add(item(Fate.IMPROVED, draft, null));
                } else {
                    items.add(item(Fate.KEPT, draft, Kept.EDITED));
                }
            }
        });
        before.forEach((question, was) -> {
            TestCase there = own.get(question);
            if (there != null && !after.containsKey(question)) {
                boolean leaves = there.origin() == Origin.PACK && same(there, was);
                if (leaves) {
                    withdrawn.add(there);
                }
                items.add(item(leaves ? Fate.WITHDRAWN : Fate.KEPT, was, leaves ? null : Kept.EDITED));
            }
        });
        return new Merged(List.copyOf(items), List.copyOf(added), List.copyOf(changed), List.copyOf(withdrawn));
    }

    private static Map<String, Draft> byQuestion(List<Draft> drafts) {
        Map<String, Draft> byQuestion = new LinkedHashMap<>();
        drafts.forEach(draft -> byQuestion.putIfAbsent(Same.fold(question(draft)), draft));
        return byQuestion;
    }

    private static Item item(Fate fate, Draft draft, @Nullable Kept kept) {
        String question = question(draft);
        String key = expected(draft).entryKey();
        Change change = new Change("expect", List.of(), key == null ? List.of() : List.of(key), kept);
        return new Item(What.CASE, fate, question, question, List.of(change));
    }

    private static boolean same(Draft one, Draft other) {
        return expected(one).equals(expected(other))
                && Objects.equals(one.group(), other.group())
                && Boolean.TRUE.equals(one.required()) == Boolean.TRUE.equals(other.required());
    }

    private static boolean same(TestCase one, Draft other) {
        return one.expect().equals(expected(other))
                && one.group().equals(Objects.requireNonNullElse(other.group(), ""))
                && one.required() == Boolean.TRUE.equals(other.required());
    }

    private static String question(Draft draft) {
        return Objects.requireNonNullElse(draft.question(), "");
    }

    private static Expectation expected(Draft draft) {
        return Objects.requireNonNull(draft.expect(), "the build has checked packs");
    }

    private static Draft of(Draft draft, boolean required) {
        return Draft.of(question(draft), Objects.requireNonNullElse(draft.group(), ""), expected(draft), required);
    }

    private static Draft of(Draft draft, int version) {
        return new Draft(
                draft.question(),
                draft.group(),
                null,
                null,
                null,
                null,
                null,
                draft.expect(),
                draft.required(),
                version);
    }
}
