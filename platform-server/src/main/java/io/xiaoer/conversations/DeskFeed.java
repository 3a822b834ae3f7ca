package io.xiaoer.conversations;

import io.xiaoer.conversations.internal.ConversationChanges;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantScope;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/**
 * Tells open desks which conversations have changed. A commit on this node is told at once, one on another node within two
 * seconds; a change may be told twice.
 */
@Service
@Requires(Permission.CONVERSE)
public class DeskFeed {

    private final ConversationChanges changes;

    DeskFeed(ConversationChanges changes) {
        this.changes = changes;
    }

    /** Whoever subscribed hears no more once it is closed. */
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Hears of the bound shop's conversations.
     *
     * @param listener called on a thread of its own, with no tenant bound
     */
    public Subscription subscribe(Consumer<ConversationId> listener) {
        return changes.subscribe(TenantScope.required(), listener);
    }
}
