package io.xiaoer.portal.home;

import io.xiaoer.conversations.EntryHits;
import io.xiaoer.knowledge.EntryOutline;
import io.xiaoer.rollout.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Something that somebody should look at.
 *
 * @param count how many of it
 */
record Concern(Kind kind, long count) {

    /** In the order of urgency. */
    enum Kind {
        /** Only staff may talk to the bot, and nobody is staff. */
        NO_STAFF,
        /** Questions that it did not know. */
        UNANSWERED,
        /** Entries whose time is over. */
        EXPIRED,
        /** Entries changed since the live release was made. */
        UNPUBLISHED,
        /** Entries that nobody has asked for. */
        NEVER_HIT
    }

    /** With fewer messages, that an entry was not asked for says nothing. */
    static final int MESSAGES_THAT_TELL = 300;

    static List<Concern> of(Overview overview) {
        List<Concern> concerns = new ArrayList<>();
        if (overview.rollout().stage() == Stage.INTERNAL && !overview.hasStaff()) {
            concerns.add(new Concern(Kind.NO_STAFF, 1));
        }
        add(concerns, Kind.UNANSWERED, overview.unanswered().size());
        add(
                concerns,
                Kind.EXPIRED,
                overview.entries().stream()
                        .filter(entry -> entry.hasExpired(overview.readAt()))
                        .count());
        add(concerns, Kind.UNPUBLISHED, unpublished(overview));
        if (overview.messages() >= MESSAGES_THAT_TELL) {
            add(concerns, Kind.NEVER_HIT, neverHit(overview));
        }
        return concerns;
    }

    private static long unpublished(Overview overview) {
        return overview.live()
                .map(live -> overview.entries().stream()
                        .filter(entry -> entry.updatedAt().isAfter(live.createdAt()))
                        .count())
                .orElse(0L);
    }

    private static long neverHit(Overview overview) {
        Set<String> hit = overview.hits().stream().map(EntryHits::entryKey).collect(Collectors.toSet());
        return overview.entries().stream()
                .filter(EntryOutline::enabled)
                .filter(entry -> !entry.hasExpired(overview.readAt()))
                .filter(entry -> !hit.contains(entry.key()))
                .count();
    }

    private static void add(List<Concern> concerns, Kind kind, long count) {
        if (count > 0) {
            concerns.add(new Concern(kind, count));
        }
    }
}
