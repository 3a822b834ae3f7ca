package io.xiaoer.rollout;

import io.xiaoer.bots.BotId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far one bot is let out.
 *
 * @param candidate the release that is tried on the pilot's members in the place of the live one; null for none
 * @param restServed whether everyone else meets the live release while the pilot runs
 * @param staffCode marks a browser as staff when its owner follows the staff link
 * @param staff ids of customers who are staff
 * @param pilotedSince since when the piloted release meets whom it meets
 */
public record Rollout(
        BotId bot,
        Stage stage,
        int liveRelease,
        @Nullable Integer candidate,
        boolean restServed,
        String staffCode,
        List<String> staff,
        Pilot pilot,
        Targets targets,
        OffsetDateTime pilotedSince,
        int version) {

    /** The release in whose words it is decided whether to go on. */
    public int piloted() {
        return candidate == null ? liveRelease : candidate;
    }

    /** Whether anything is tried on a pilot's members now. */
    public boolean isPiloting() {
        return stage.isPiloting(candidate);
    }

    /** Whether shoppers outside the pilot talk to the bot. */
    public boolean servesRest() {
        return stage.servesRest(restServed);
    }

    /** The next step forward; empty if there is none. */
    public Optional<Step> nextStep() {
        return switch (stage) {
            case INTERNAL -> Optional.of(Step.TO_PILOT);
            case PILOT -> Optional.of(restServed ? Step.PROMOTE : Step.TO_FULL);
            case FULL -> candidate == null ? Optional.empty() : Optional.of(Step.PROMOTE);
        };
    }

    Rollout at(Stage newStage, int live, @Nullable Integer newCandidate, boolean servingRest, OffsetDateTime now) {
        boolean same = newStage == stage && piloted() == (newCandidate == null ? live : newCandidate);
        return new Rollout(
                bot,
                newStage,
                live,
                newCandidate,
                servingRest,
                staffCode,
                staff,
                pilot,
                targets,
                same ? pilotedSince : now,
                version + 1);
    }

    Rollout with(PilotSettings settings, Targets newTargets) {
        Pilot set = new Pilot(pilot.number(), settings, pilot.enrolled(), pilot.startedAt());
        return new Rollout(
                bot,
                stage,
                liveRelease,
                candidate,
                restServed,
                staffCode,
                staff,
                set,
                newTargets,
                pilotedSince,
                version + 1);
    }

    Rollout withStaffCode(String code) {
        return new Rollout(
                bot, stage, liveRelease, candidate, restServed, code, staff, pilot, targets, pilotedSince, version + 1);
    }

    Rollout inPilot(int number, OffsetDateTime now) {
        return new Rollout(
                bot,
                stage,
                liveRelease,
                candidate,
                restServed,
                staffCode,
                staff,
                new Pilot(number, pilot.settings(), 0, now),
                targets,
                pilotedSince,
                version);
    }
}
