package io.xiaoer.conversations;

import io.xiaoer.bots.BotId;
import io.xiaoer.conversations.internal.ConversationRows;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantScope;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which entries the bound shop's bots answer with. */
@Service
@Requires(Permission.VIEW)
public class AnsweredEntries {

    /** A look at the newest conversations tells what is asked now, and costs the same in a shop with millions. */
    private static final int CONVERSATIONS = 300;

    private final ConversationRows rows;

    AnsweredEntries(ConversationRows rows) {
        this.rows = rows;
    }

    /** Keys of the entries that answered most often lately, most often first. */
    @Transactional(readOnly = true)
    public List<String> mostOften(BotId bot, int limit) {
        return rows.mostAnswered(TenantScope.required(), bot, CONVERSATIONS, limit);
    }
}
