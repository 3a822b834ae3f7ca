package io.xiaoer.portal.home;

import io.xiaoer.bots.Bot;
import io.xiaoer.conversations.EntryHits;
import io.xiaoer.conversations.Tally;
import io.xiaoer.conversations.Traffic.Board;
import io.xiaoer.conversations.UnansweredQuestion;
import io.xiaoer.knowledge.EntryOutline;
import io.xiaoer.onboarding.Progress;
import io.xiaoer.releases.ReleaseSummary;
import io.xiaoer.rollout.Rollout;
import io.xiaoer.rollout.RolloutChange;
import io.xiaoer.tenants.Shop;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that the home page shows of a bot, read at once.
 *
 * @param changes the newest of how far the bot is let out
 * @param hits of the last {@value HomeView#HITS_DAYS} days
 * @param unanswered of the last {@value HomeView#UNANSWERED_DAYS} days
 */
record Overview(
        Shop shop,
        List<Bot> bots,
        Bot bot,
        Rollout rollout,
        boolean hasStaff,
        List<RolloutChange> changes,
        List<ReleaseSummary> releases,
        Board board,
        List<EntryHits> hits,
        List<UnansweredQuestion> unanswered,
        List<EntryOutline> entries,
        Progress progress,
        Instant readAt) {

    Optional<ReleaseSummary> live() {
        return releases.stream()
                .filter(release -> release.number() == rollout.liveRelease())
                .findFirst();
    }

    boolean hasTraffic() {
        return messages() > 0 || board.today().lastWeek().messages() > 0;
    }

    /** Messages in the days that are shown. */
    int messages() {
        return board.days().stream().mapToInt(day -> day.tally().messages()).sum();
    }

    /** Everything in the days that are shown, but for what cannot be added up. */
    Tally all() {
        List<Tally> days = board.days().stream().map(day -> day.tally()).toList();
        return new Tally(
                days.stream().mapToInt(Tally::conversations).sum(),
                messages(),
                days.stream().mapToInt(Tally::answered).sum(),
                days.stream().mapToInt(Tally::choices).sum(),
                days.stream().mapToInt(Tally::unknown).sum(),
                days.stream().mapToInt(Tally::declined).sum(),
                days.stream().mapToInt(Tally::handedOver).sum(),
                days.stream().mapToInt(Tally::fallback).sum(),
                days.stream().mapToInt(Tally::withPerson).sum(),
                null);
    }
}
