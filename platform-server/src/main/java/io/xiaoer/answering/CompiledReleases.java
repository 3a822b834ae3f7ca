package io.xiaoer.answering;

import io.xiaoer.bots.BotId;
import io.xiaoer.shared.Problem;

/** The bound shop's releases, loaded and ready for the engine; kept in memory within a bound on their weight. */
public interface CompiledReleases {

    /** @throws Problem if the bot has no such release */
    CompiledRelease get(BotId bot, int number);

    /** What a release made now would be. */
    CompiledRelease draft(BotId bot);
}
