package io.xiaoer.rollout.internal;

import io.xiaoer.bots.Bot;
import io.xiaoer.rollout.Gate;
import io.xiaoer.rollout.Pilot;
import io.xiaoer.rollout.Rollout;
import io.xiaoer.rollout.Stage;
import io.xiaoer.rollout.Targets;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a bot is let out, as the API shows it.
 *
 * @param gates what the next step forward asks for; empty if there is none
 */
record RolloutResource(
        Stage stage,
        int liveRelease,
        @Nullable Integer candidate,
        boolean restServed,
        List<String> staff,
        PilotResource pilot,
        Targets targets,
        List<Gate> gates,
        String staffLink,
        int version) {

    /** @param number counts the bot's pilots; 0 if there was none yet */
    record PilotResource(
            int number,
            int size,
            double sampleRate,
            int newWithinDays,
            int enrolled,
            @Nullable OffsetDateTime startedAt) {

        static PilotResource of(Pilot pilot) {
            return new PilotResource(
                    pilot.number(),
                    pilot.settings().size(),
                    pilot.settings().sampleRate(),
                    pilot.settings().newWithinDays(),
                    pilot.enrolled(),
                    pilot.startedAt());
        }
    }

    static RolloutResource of(Bot bot, Rollout rollout, List<Gate> gates) {
        return new RolloutResource(
                rollout.stage(),
                rollout.liveRelease(),
                rollout.candidate(),
                rollout.servesRest(),
                rollout.staff(),
                PilotResource.of(rollout.pilot()),
                rollout.targets(),
                gates,
                "/chat/" + bot.widgetKey() + "#staff=" + rollout.staffCode(),
                rollout.version());
    }
}
