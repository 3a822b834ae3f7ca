package io.xiaoer.onboarding.internal;

import io.xiaoer.knowledge.Entry;
import io.xiaoer.knowledge.EntryDraft;
import io.xiaoer.onboarding.PackUpgrade.Change;
import io.xiaoer.onboarding.PackUpgrade.Fate;
import io.xiaoer.onboarding.PackUpgrade.Item;
import io.xiaoer.onboarding.PackUpgrade.Kept;
import io.xiaoer.onboarding.PackUpgrade.What;
import io.xiaoer.onboarding.internal.EntryMerge.Claims;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An entry of which it is being decided, field by field, what it takes from a newer version of its pack. */
final class MergingEntry {

    private final @Nullable Entry mine;
    private final Words fresh;
    private final ListMerge similar;
    private final ListMerge keywords;
    private final List<Change> changes = new ArrayList<>();
    /** Whether the pack has another question for it that the shop does not speak against. */
    private final boolean wantsQuestion;

    private boolean hasQuestion;
    private String question;
    private String answer;
    private List<String> needs;
    private List<String> similarNow;
    private List<String> keywordsNow;

    private MergingEntry(@Nullable Words old, @Nullable Entry mine, Words fresh) {
        this.mine = mine;
        this.fresh = fresh;
        Words now = mine == null ? fresh : Words.of(mine);
        Words before = old == null ? fresh : old;
        List<String> none = List.of();
        this.similar = mine == null
                ? ListMerge.of(none, none, fresh.similar())
                : ListMerge.of(before.similar(), now.similar(), fresh.similar());
        this.keywords = mine == null
                ? ListMerge.of(none, none, fresh.keywords())
                : ListMerge.of(before.keywords(), now.keywords(), fresh.keywords());
        this.question = now.question();
        this.answer = now.answer();
        this.needs = now.needs();
        this.similarNow = similar.kept();
        this.keywordsNow = keywords.kept();
        this.wantsQuestion = mine == null || decideTexts(before, now);
    }

    /** One that the bot does not have. */
    static MergingEntry fresh(Words fresh) {
        return new MergingEntry(null, null, fresh);
    }

    static MergingEntry of(Words old, Entry mine, Words fresh) {
        return new MergingEntry(old, mine, fresh);
    }

    /** Decides the answer, and whether another question is wanted. */
    private boolean decideTexts(Words before, Words now) {
        if (!fresh.answersLike(before) && !fresh.answersLike(now)) {
            Kept kept = now.answersLike(before) ? null : Kept.EDITED;
            changes.add(new Change("answer", List.of(now.answer()), List.of(fresh.answer()), kept));
            if (!Same.sets(now.needs(), fresh.needs())) {
                changes.add(new Change("needs", now.needs(), fresh.needs(), kept));
            }
            if (kept == null) {
                answer = fresh.answer();
                needs = fresh.needs();
            }
        }
        boolean isAnother =
                !fresh.question().equals(before.question()) && !fresh.question().equals(now.question());
        if (isAnother && !now.question().equals(before.question())) {
            changes.addFirst(new Change("question", List.of(now.question()), List.of(fresh.question()), Kept.EDITED));
            return false;
        }
        return isAnother;
    }

    boolean isNew() {
        return mine == null;
    }

    boolean hasItsQuestion() {
        return hasQuestion;
    }

    Words words() {
        return fresh;
    }

    void claimWhatStays(Claims questions, Claims words) {
        if (!wantsQuestion) {
            questions.take(question, fresh.key());
        }
        similarNow.forEach(text -> questions.take(text, fresh.key()));
        keywordsNow.forEach(word -> words.take(word, fresh.key()));
    }

    boolean wantsQuestion() {
        return wantsQuestion;
    }

    /** Another one has the question that the pack has for it. */
    void keepQuestion(Claims questions) {
        if (mine != null) {
            questions.take(question, fresh.key());
        }
        changes.addFirst(question(Kept.ELSEWHERE));
    }

    void takeQuestion(Claims questions) {
        hasQuestion = questions.take(fresh.question(), fresh.key());
        changes.addFirst(question(null));
        question = fresh.question();
        if (mine == null) {
            changes.add(new Change("answer", List.of(), List.of(answer), null));
            if (!needs.isEmpty()) {
                changes.add(new Change("needs", List.of(), needs, null));
            }
        }
    }

    private Change question(@Nullable Kept kept) {
        return new Change("question", mine == null ? List.of() : List.of(question), List.of(fresh.question()), kept);
    }

    /** @param title of the entry with a key */
    void decideLists(Claims questions, Claims words, UnaryOperator<String> title) {
        similarNow = decide("similar", similar, EntryDraft.MAX_SIMILAR, questions, title);
        keywordsNow = decide("keywords", keywords, EntryDraft.MAX_KEYWORDS, words, title);
    }

    private List<String> decide(String field, ListMerge list, int most, Claims claims, UnaryOperator<String> title) {
        List<String> admitted = new ArrayList<>();
        List<String> elsewhere = new ArrayList<>();
        List<String> owners = new ArrayList<>();
        List<String> full = new ArrayList<>();
        for (String text : list.added()) {
            if (field.equals("similar") && Same.fold(text).equals(Same.fold(question))) {
                continue;
            }
            if (list.kept().size() + admitted.size() >= most) {
                full.add(text);
            } else if (claims.take(text, fresh.key())) {
                admitted.add(text);
            } else {
                elsewhere.add(text);
                String owner = claims.owner(text);
                owners.add(owner == null ? "" : title.apply(owner));
            }
        }
        if (!admitted.isEmpty() || !list.removed().isEmpty()) {
            changes.add(new Change(field, list.removed(), admitted, null));
        }
        if (!elsewhere.isEmpty()) {
            changes.add(new Change(field, owners.stream().distinct().toList(), elsewhere, Kept.ELSEWHERE));
        }
        if (!full.isEmpty()) {
            changes.add(new Change(field, List.of(), full, Kept.FULL));
        }
        return list.with(admitted);
    }

    private boolean changesAnything() {
        return changes.stream().anyMatch(change -> change.kept() == null);
    }

    Optional<Item> toItem() {
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        Fate fate = mine == null ? Fate.NEW : changesAnything() ? Fate.IMPROVED : Fate.KEPT;
        return Optional.of(new Item(What.ENTRY, fate, fresh.key(), question, changes));
    }

    Optional<EntryDraft> toDraft() {
        if (mine != null && !changesAnything()) {
            return Optional.empty();
        }
        return Optional.of(new EntryDraft(
                fresh.key(),
                question,
                similarNow,
                keywordsNow,
                answer,
                needs,
                mine == null ? null : mine.validFrom(),
                mine == null ? null : mine.validTo(),
                mine == null || mine.enabled(),
                mine == null ? null : mine.version()));
    }
}
