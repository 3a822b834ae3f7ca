package io.xiaoer.answering;

import io.xiaoer.bots.BotId;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;

/** The bound shop's releases, loaded and ready for the engine; kept in memory within a bound on their weight. */
public interface CompiledReleases {

    /**
     * Loads the release if need be, once for all who wait for it. Not for use in a transaction.
     *
     * @throws Problem if the bot has no such release, or with {@link Code#UNAVAILABLE} if loading it takes long; it goes on
     */
    CompiledRelease get(BotId bot, int number);

    /**
     * What is in memory; never waits.
     *
     * @throws ReleaseNotLoaded if the release is not there (yet)
     */
    CompiledRelease loaded(BotId bot, int number);

    /**
     * What a release made now would be. Not for use in a transaction.
     *
     * @throws Problem with {@link Code#UNAVAILABLE} if compiling it takes long; it goes on
     */
    CompiledRelease draft(BotId bot);
}
