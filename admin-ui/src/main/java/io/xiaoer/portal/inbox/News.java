package io.xiaoer.portal.inbox;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import io.xiaoer.conversations.ConversationId;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gathers for a moment which conversations have changed, and tells one page of all at once: a busy shop changes many times a second. */
final class News {

    private static final Logger LOG = LoggerFactory.getLogger(News.class);
    private static final long MOMENT_MILLIS = 200;
    private static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("inbox-news").factory());

    private final UI page;
    private final Consumer<Set<ConversationId>> told;
    private final Set<ConversationId> gathered = new HashSet<>();
    private boolean stopped;

    /** @param told is called in the page, with the person's session bound */
    News(UI page, Consumer<Set<ConversationId>> told) {
        this.page = page;
        this.told = told;
    }

    synchronized void about(ConversationId conversation) {
        if (!stopped && gathered.add(conversation) && gathered.size() == 1) {
            var unused = TIMER.schedule(this::tell, MOMENT_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    synchronized void stop() {
        stopped = true;
        gathered.clear();
    }

    private synchronized Set<ConversationId> take() {
        Set<ConversationId> all = Set.copyOf(gathered);
        gathered.clear();
        return all;
    }

    private void tell() {
        try {
            page.access(() -> {
                Set<ConversationId> all = take();
                if (!all.isEmpty()) {
                    told.accept(all);
                }
            });
        } catch (UIDetachedException e) {
            LOG.debug("The page is gone", e);
        }
    }
}
