package io.xiaoer.onboarding.internal;

import io.xiaoer.onboarding.PackUpgrade.Change;
import io.xiaoer.onboarding.PackUpgrade.Kept;
import io.xiaoer.tone.ToneDraft;
import io.xiaoer.tone.ToneProfile;
import io.xiaoer.tone.ToneProfile.Emoji;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** Three ways of a voice. A word does not become banned that the shop's own lines or answers say. Pure. */
final class ToneMerge {

    private final ToneProfile old;
    private final ToneProfile mine;
    private final ToneProfile fresh;
    private final Collection<String> answers;
    private final List<Change> changes = new ArrayList<>();

    private ToneMerge(ToneProfile old, ToneProfile mine, ToneProfile fresh, Collection<String> answers) {
        this.old = old;
        this.mine = mine;
        this.fresh = fresh;
        this.answers = answers;
    }

    record Merged(ToneProfile tone, List<Change> changes) {}

    /** @param answers what the bot would say */
    static Merged of(ToneProfile old, ToneProfile mine, ToneProfile fresh, Collection<String> answers) {
        return new ToneMerge(old, mine, fresh, answers).merge();
    }

    private Merged merge() {
        String selfName = line("selfName", ToneProfile::selfName);
        List<String> address = list("address", ToneProfile::address);
        List<String> particles = list("particles", ToneProfile::particles);
        Emoji emoji = emoji();
        String greeting = line("greeting", ToneProfile::greeting);
        String signOff = line("signOff", ToneProfile::signOff);
        List<String> said = Stream.of(List.of(selfName, greeting, signOff), address, particles, answers)
                .flatMap(Collection::stream)
                .toList();
        List<String> banned = banned(said);
        return new Merged(
                new ToneProfile(selfName, address, particles, emoji, banned, greeting, signOff), List.copyOf(changes));
    }

    private String line(String field, Function<ToneProfile, String> part) {
        String now = part.apply(mine);
        String wanted = part.apply(fresh);
        if (wanted.equals(part.apply(old)) || wanted.equals(now)) {
            return now;
        }
        Kept kept = !now.equals(part.apply(old)) ? Kept.EDITED : isBanned(wanted) ? Kept.SAID : null;
        changes.add(new Change(field, List.of(now), List.of(wanted), kept));
        return kept == null ? wanted : now;
    }

    private boolean isBanned(String text) {
        return mine.banned().stream().anyMatch(text::contains);
    }

    private List<String> list(String field, Function<ToneProfile, List<String>> part) {
        ListMerge list = ListMerge.of(part.apply(old), part.apply(mine), part.apply(fresh));
        List<String> admitted = new ArrayList<>();
        List<String> full = new ArrayList<>();
        List<String> banned = new ArrayList<>();
        for (String text : list.added()) {
            boolean isFull = list.kept().size() + admitted.size() >= ToneDraft.MOST_FORMS;
            (isFull ? full : isBanned(text) ? banned : admitted).add(text);
        }
        note(field, list.removed(), admitted);
        keep(field, full, Kept.FULL);
        keep(field, banned, Kept.SAID);
        return list.with(admitted);
    }

    private Emoji emoji() {
        if (fresh.emoji() == old.emoji() || fresh.emoji() == mine.emoji()) {
            return mine.emoji();
        }
        Kept kept = mine.emoji() == old.emoji() ? null : Kept.EDITED;
        changes.add(new Change("emoji", List.of(word(mine.emoji())), List.of(word(fresh.emoji())), kept));
        return kept == null ? fresh.emoji() : mine.emoji();
    }

    private static String word(Emoji emoji) {
        return emoji.name().toLowerCase(Locale.ROOT);
    }

    private List<String> banned(List<String> said) {
        ListMerge list = ListMerge.of(old.banned(), mine.banned(), fresh.banned());
        List<String> admitted = new ArrayList<>();
        List<String> used = new ArrayList<>();
        List<String> full = new ArrayList<>();
        for (String word : list.added()) {
            boolean isSaid = said.stream().anyMatch(text -> text.contains(word));
            boolean isFull = list.kept().size() + admitted.size() >= ToneDraft.MOST_BANNED;
            (isSaid ? used : isFull ? full : admitted).add(word);
        }
        note("banned", list.removed(), admitted);
        keep("banned", used, Kept.SAID);
        keep("banned", full, Kept.FULL);
        return list.with(admitted);
    }

    private void note(String field, List<String> removed, List<String> added) {
        if (!removed.isEmpty() || !added.isEmpty()) {
            changes.add(new Change(field, removed, added, null));
        }
    }

    private void keep(String field, List<String> texts, Kept why) {
        if (!texts.isEmpty()) {
            changes.add(new Change(field, List.of(), texts, why));
        }
    }
}
