package io.xiaoer.rollout;

import io.xiaoer.bots.BotId;
import java.time.OffsetDateTime;

/**
 * Which step is asked about.
 *
 * @param release the one that would go on
 * @param pilot number of the pilot whose members count; 0 if there was none yet
 * @param since since when the release meets whom it meets
 */
public record GateQuestion(BotId bot, Step step, int release, int pilot, OffsetDateTime since, Targets targets) {

    /** Whether what shoppers met counts; before the pilot there is none of it. */
    public boolean asksForShoppers() {
        return step != Step.TO_PILOT;
    }
}
