package io.xiaoer.onboarding.internal;

import io.xiaoer.bots.BotId;
import io.xiaoer.knowledge.Entry;
import io.xiaoer.knowledge.KnowledgeDrafts;
import io.xiaoer.onboarding.PackUpgrade.What;
import io.xiaoer.onboarding.PackUpgrades.Left;
import io.xiaoer.onboarding.internal.Changes.OfCase;
import io.xiaoer.onboarding.internal.Changes.OfEntry;
import io.xiaoer.onboarding.internal.Changes.OfLexicon;
import io.xiaoer.onboarding.internal.Changes.OfTone;
import io.xiaoer.rehearsal.TestCase;
import io.xiaoer.rehearsal.TestCases;
import io.xiaoer.tone.ToneDraft;
import io.xiaoer.tone.Tones;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Takes an upgrade back: each thing is given what it was, unless it was changed since. Within the caller's transaction. */
@Component
public class UpgradeUndoing {

    private final KnowledgeDrafts knowledge;
    private final Tones tones;
    private final TestCases cases;

    UpgradeUndoing(KnowledgeDrafts knowledge, Tones tones, TestCases cases) {
        this.knowledge = knowledge;
        this.tones = tones;
        this.cases = cases;
    }

    /** What stays because it was changed since. */
    public List<Left> undo(BotId bot, Changes changes) {
        List<Left> left = new ArrayList<>();
        entries(bot, changes.entries(), left);
        OfLexicon lexicon = changes.lexicon();
        if (lexicon != null) {
            if (knowledge.versionedLexicon(bot).version() == lexicon.after()) {
                knowledge.saveLexicon(bot, lexicon.before(), lexicon.after());
            } else {
                left.add(new Left(What.SYNONYMS, "lexicon", ""));
            }
        }
        OfTone tone = changes.tone();
        if (tone != null) {
            if (tones.get(bot).version() == tone.after()) {
                tones.save(bot, ToneDraft.of(tone.before(), tone.after()));
            } else {
                left.add(new Left(What.TONE, "tone", ""));
            }
        }
        cases(bot, changes.cases(), left);
        return left;
    }

    private void entries(BotId bot, List<OfEntry> changed, List<Left> left) {
        Map<String, Entry> now = knowledge
                .byKeys(bot, changed.stream().map(OfEntry::key).toList())
                .stream()
                .collect(Collectors.toMap(Entry::key, Function.identity()));
        // the other way round: what came leaves before what left comes back
        for (OfEntry one : changed.reversed()) {
            Entry there = now.get(one.key());
            Integer version = there == null ? null : there.version();
            if (!Objects.equals(version, one.after())) {
                left.add(new Left(What.ENTRY, one.key(), there == null ? one.question() : there.question()));
            } else if (one.before() == null) {
                knowledge.delete(bot, one.key(), version);
            } else {
                knowledge.restore(bot, one.key(), one.before(), version == null ? 0 : version);
            }
        }
    }

    private void cases(BotId bot, List<OfCase> changed, List<Left> left) {
        if (changed.isEmpty()) {
            return;
        }
        Map<UUID, TestCase> now = cases.all(bot).stream().collect(Collectors.toMap(TestCase::id, Function.identity()));
        List<TestCase.Draft> back = new ArrayList<>();
        for (OfCase one : changed) {
            TestCase.Draft before = one.before();
            if (one.id() == null) {
                back.add(Objects.requireNonNull(before));
                continue;
            }
            TestCase there = now.get(one.id());
            if (there == null || there.version() != one.after()) {
                left.add(new Left(What.CASE, one.question(), one.question()));
            } else if (before == null) {
                cases.delete(bot, there.id().toString());
            } else {
                cases.change(bot, there.id().toString(), before);
            }
        }
        if (!back.isEmpty()) {
            cases.addPack(bot, back);
        }
    }
}
