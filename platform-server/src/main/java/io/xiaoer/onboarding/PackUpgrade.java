package io.xiaoer.onboarding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A newer version of the pack that a bot began with, as it would come into what the bot knows now. What the shop has changed stays as it is.
 *
 * @param from the version that the bot has
 * @param token of what was compared; an upgrade that was looked at is not taken if something has changed since
 */
public record PackUpgrade(String template, int from, int to, String token, List<Item> items) {

    public PackUpgrade {
        items = List.copyOf(items);
    }

    /** What part of a bot's words a thing belongs to. */
    public enum What {
        ENTRY,
        SYNONYMS,
        WORDS,
        TONE,
        CASE,
        /** A shop's rules are never touched; what changed in the pack's is only named. */
        RULE
    }

    /** What would become of a thing. */
    public enum Fate {
        NEW,
        IMPROVED,
        /** The pack has it no more, and the shop has not changed it. */
        WITHDRAWN,
        /** It stays as the shop has it. */
        KEPT
    }

    /** Why a change is not taken. */
    public enum Kept {
        /** The shop has changed just this. */
        EDITED,
        /** The shop has deleted it. */
        DELETED,
        /** Something else of the shop has these words. */
        ELSEWHERE,
        /** A word that must not be said any more is said. */
        SAID,
        /** There is no room. */
        FULL,
        /** Rules are the shop's to decide. */
        RULE
    }

    /**
     * One thing in which the pack's versions differ.
     *
     * @param subject its key, or what stands for one
     * @param title as people call it
     */
    public record Item(What what, Fate fate, String subject, String title, List<Change> changes) {
        public Item {
            changes = List.copyOf(changes);
        }

        /** Whether something of it stays as the shop has it though the pack has changed it. */
        public boolean keepsSome() {
            return changes.stream().anyMatch(change -> change.kept() != null);
        }
    }

    /**
     * One field of a thing.
     *
     * @param before as the shop has it; of a list, what would leave it
     * @param after as the pack has it; of a list, what would join it
     * @param kept why it is not taken; null if it is
     */
    public record Change(
            String field,
            List<String> before,
            List<String> after,
            @Nullable Kept kept) {
        public Change {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /** How many things have a fate. */
    public int count(Fate fate) {
        return (int) items.stream().filter(item -> item.fate() == fate).count();
    }

    /** Whether taking it would change anything. */
    public boolean changesAnything() {
        return items.stream().anyMatch(item -> item.fate() != Fate.KEPT);
    }
}
