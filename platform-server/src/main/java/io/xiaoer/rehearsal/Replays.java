package io.xiaoer.rehearsal;

import io.xiaoer.bots.BotId;
import io.xiaoer.rehearsal.Difference.Group;
import io.xiaoer.releases.ReleaseRef;
import io.xiaoer.shared.Page;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Asks the draft or any release of the bound shop's bots what shoppers really asked: at the moment at which each asked, with the facts that
 * their receipt holds and in their conversation's course. Nothing is looked up. A replay goes on without whoever began it, and a bot has one
 * at a time.
 */
@Service
@Requires(Permission.VIEW)
public class Replays {

    /**
     * Begins a replay and returns at once; it waits while another one of the bot is going on.
     *
     * @param days how far back, 1 to {@link Replay#MOST_DAYS}
     * @throws Problem if the bot has no such release
     */
    @Requires(Permission.EDIT)
    public Replay start(BotId bot, ReleaseRef release, int days) {
        throw new UnsupportedOperationException();
    }

    /**
     * Replays and returns when that is done.
     *
     * @throws Problem as {@link #start}, or with {@link Code#UNAVAILABLE} if it takes long; it goes on
     */
    @Requires(Permission.EDIT)
    public Replay runNow(BotId bot, ReleaseRef release, int days) {
        throw new UnsupportedOperationException();
    }

    /** @throws Problem if the bot has no such replay */
    public Replay get(BotId bot, String id) {
        throw new UnsupportedOperationException();
    }

    /** Newest first. */
    public List<Replay> newest(BotId bot, int limit) {
        throw new UnsupportedOperationException();
    }

    /**
     * What came of each question so far, newest first; {@code cursor} from the page before.
     *
     * @param group null for all that differ
     */
    public Page<Difference> differences(Replay replay, @Nullable Group group, @Nullable String cursor, int limit) {
        throw new UnsupportedOperationException();
    }
}
