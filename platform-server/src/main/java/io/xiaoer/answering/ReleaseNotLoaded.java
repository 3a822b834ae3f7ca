package io.xiaoer.answering;

import io.xiaoer.bots.BotId;

/**
 * A release that is needed now is not in memory. Whoever holds a transaction or a turn gives it back, has the release
 * loaded ({@link CompiledReleases#get}) and begins again.
 */
public final class ReleaseNotLoaded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient BotId bot;
    private final int number;

    public ReleaseNotLoaded(BotId bot, int number) {
        super("release " + number + " of bot " + bot + " is not loaded", null, false, false);
        this.bot = bot;
        this.number = number;
    }

    public BotId bot() {
        return bot;
    }

    public int number() {
        return number;
    }
}
