package io.xiaoer.knowledge;

import io.xiaoer.bots.BotId;
import java.time.Instant;
import java.util.Map;

/** How often replies used entries; the module that keeps replies implements it. */
public interface EntryUse {

    /** Replies by entry key since an instant; entries without any are missing. */
    Map<String, Long> since(BotId bot, Instant since);
}
