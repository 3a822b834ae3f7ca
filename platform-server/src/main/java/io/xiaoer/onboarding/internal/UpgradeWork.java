package io.xiaoer.onboarding.internal;

import io.xiaoer.bots.BotId;
import io.xiaoer.knowledge.Entry;
import io.xiaoer.knowledge.EntryDraft;
import io.xiaoer.knowledge.KnowledgeDrafts;
import io.xiaoer.knowledge.Lexicon;
import io.xiaoer.onboarding.internal.Changes.OfCase;
import io.xiaoer.onboarding.internal.Changes.OfEntry;
import io.xiaoer.onboarding.internal.Changes.OfLexicon;
import io.xiaoer.onboarding.internal.Changes.OfTone;
import io.xiaoer.onboarding.internal.UpgradePlans.Plan;
import io.xiaoer.rehearsal.TestCase;
import io.xiaoer.rehearsal.TestCases;
import io.xiaoer.tone.ToneDraft;
import io.xiaoer.tone.ToneProfile;
import io.xiaoer.tone.Tones;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes an upgrade into a bot's draft. Within the caller's transaction. */
@Component
public class UpgradeWork {

    private final KnowledgeDrafts knowledge;
    private final Tones tones;
    private final TestCases cases;

    UpgradeWork(KnowledgeDrafts knowledge, Tones tones, TestCases cases) {
        this.knowledge = knowledge;
        this.tones = tones;
        this.cases = cases;
    }

    public Changes write(BotId bot, Plan plan) {
        return new Changes(entries(bot, plan), lexicon(bot, plan), tone(bot, plan), cases(bot, plan));
    }

    private List<OfEntry> entries(BotId bot, Plan plan) {
        List<OfEntry> changed = new ArrayList<>();
        // first those that leave: what comes may take up their words
        for (Entry gone : plan.merged().withdrawn()) {
            knowledge.delete(bot, gone.key(), gone.version());
            changed.add(new OfEntry(gone.key(), gone.question(), gone.version(), null));
        }
        for (EntryDraft draft : plan.merged().put()) {
            String key = Objects.requireNonNull(draft.key());
            Entry now = draft.version() == null ? knowledge.add(bot, draft) : knowledge.put(bot, key, draft);
            changed.add(new OfEntry(key, now.question(), draft.version(), now.version()));
        }
        return changed;
    }

    private @Nullable OfLexicon lexicon(BotId bot, Plan plan) {
        Lexicon lexicon = plan.merged().lexicon();
        if (lexicon == null) {
            return null;
        }
        int version = plan.mine().lexicon().version();
        return new OfLexicon(plan.mine().lexicon().lexicon(), knowledge.saveLexicon(bot, lexicon, version));
    }

    private @Nullable OfTone tone(BotId bot, Plan plan) {
        ToneProfile tone = plan.merged().tone();
        if (tone == null) {
            return null;
        }
        int version = plan.mine().tone().version();
        return new OfTone(
                plan.mine().tone().profile(),
                tones.save(bot, ToneDraft.of(tone, version)).version());
    }

    private List<OfCase> cases(BotId bot, Plan plan) {
        CaseMerge.Merged merged = plan.merged().cases();
        List<OfCase> changed = new ArrayList<>();
        for (TestCase gone : merged.withdrawn()) {
            cases.delete(bot, gone.id().toString());
            changed.add(new OfCase(null, draft(gone), gone.question(), 0));
        }
        for (CaseMerge.Changed one : merged.changed()) {
            TestCase now = cases.change(bot, one.old().id().toString(), one.fresh());
            changed.add(new OfCase(now.id(), draft(one.old()), now.question(), now.version()));
        }
        if (!merged.added().isEmpty()) {
            Set<Object> before = new HashSet<>();
            cases.all(bot).forEach(one -> before.add(one.id()));
            cases.addPack(bot, merged.added());
            cases.all(bot).stream()
                    .filter(one -> !before.contains(one.id()))
                    .forEach(one -> changed.add(new OfCase(one.id(), null, one.question(), one.version())));
        }
        return changed;
    }

    private static TestCase.Draft draft(TestCase one) {
        return new TestCase.Draft(
                one.question(),
                one.group(),
                one.history(),
                one.apart(),
                one.shopperId(),
                one.page(),
                one.at(),
                one.expect(),
                one.required(),
                null);
    }
}
