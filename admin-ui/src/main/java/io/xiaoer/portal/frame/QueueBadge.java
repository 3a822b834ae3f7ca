package io.xiaoer.portal.frame;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Span;
import io.xiaoer.conversations.Desk;
import io.xiaoer.conversations.DeskFeed;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many shoppers wait for a person, live, beside the way to the inbox. */
class QueueBadge extends Span {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(QueueBadge.class);
    private static final long MOMENT_MILLIS = 1_000;
    private static final int MANY = 99;
    private static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("queue-badge").factory());

    private final transient ShopContext shop;
    private final transient Desk desk;
    private final transient DeskFeed feed;
    private final transient AtomicBoolean stale = new AtomicBoolean();
    private transient DeskFeed.@Nullable Subscription subscription;

    QueueBadge(ShopContext shop, Desk desk, DeskFeed feed) {
        this.shop = shop;
        this.desk = desk;
        this.feed = feed;
        addClassName("queue-badge");
        setId("queue-badge");
        setVisible(false);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        UI ui = event.getUI();
        try {
            subscription = shop.call(() -> feed.subscribe(changed -> countSoon(ui)));
        } catch (RuntimeException e) {
            LOG.debug("The queue is not watched", e);
        }
        count();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        DeskFeed.Subscription hearing = subscription;
        if (hearing != null) {
            hearing.close();
            subscription = null;
        }
    }

    private void countSoon(UI ui) {
        if (stale.compareAndSet(false, true)) {
            var unused = TIMER.schedule(
                    () -> {
                        stale.set(false);
                        try {
                            ui.access(this::count);
                        } catch (UIDetachedException e) {
                            LOG.debug("The page is gone", e);
                        }
                    },
                    MOMENT_MILLIS,
                    TimeUnit.MILLISECONDS);
        }
    }

    private void count() {
        try {
            int waiting = shop.call(() -> desk.counts().waiting());
            setText(waiting > MANY ? MANY + "+" : String.valueOf(waiting));
            setVisible(waiting > 0);
            getElement().setAttribute("aria-label", getTranslation("frame.queue", waiting));
        } catch (RuntimeException e) {
            LOG.debug("The queue could not be counted", e);
        }
    }
}
