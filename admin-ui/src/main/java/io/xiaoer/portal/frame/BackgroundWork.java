package io.xiaoer.portal.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that takes seconds: done off the thread that serves the browser, its result pushed when it is there. */
public final class BackgroundWork {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundWork.class);

    private BackgroundWork() {}

    /**
     * Begins {@code work} on behalf of the person who is logged in, and returns at once. What comes of it is told in the page that {@code place}
     * is in now; if that page is gone by then, nobody is told.
     */
    public static <T> void begin(
            Component place, ShopContext shop, Supplier<T> work, Consumer<T> done, Consumer<RuntimeException> failed) {
        UI ui = place.getUI().orElseThrow(() -> new IllegalStateException("The place is not shown"));
        Supplier<T> bound = shop.bound(work);
        // a thread of its own: computing would keep a carrier of virtual threads from its requests
        Thread.ofPlatform().daemon().name("portal-work").start(() -> {
            T result;
            try {
                result = bound.get();
            } catch (RuntimeException e) {
                tell(ui, () -> failed.accept(e));
                return;
            }
            tell(ui, () -> done.accept(result));
        });
    }

    private static void tell(UI ui, Command news) {
        try {
            ui.access(news);
        } catch (UIDetachedException e) {
            LOG.debug("The page that asked for background work is gone", e);
        }
    }
}
