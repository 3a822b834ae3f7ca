package io.xiaoer.portal.frame;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A view behind the login. What it shows is read in one go, in {@link #read}, on behalf of the person who is logged in; what
 * cannot be read or changed is said in the same way everywhere. The address alone decides what is shown.
 *
 * @param <D> all that the view shows
 */
public abstract class PortalView<D> extends Div
        implements BeforeEnterObserver, LocaleChangeObserver, HasDynamicTitle, Crumb.Trail {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(PortalView.class);

    private final String name;
    private @Nullable Place place;

    /** @param name begins the view's texts ({@code name.title}) and is its CSS class */
    protected PortalView(String name) {
        this.name = name;
        addClassNames("view", name);
    }

    /** Does work on behalf of the person who is logged in. */
    protected abstract <T> T call(Supplier<T> work);

    /** Reads everything the view shows. */
    protected abstract D read(Place place);

    /** Shows what was read; the view is empty. */
    protected abstract void show(D data);

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        place = Place.of(event);
        if (isAttached()) {
            refresh();
        }
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        refresh();
    }

    @Override
    public String getPageTitle() {
        return title() + " · 小二";
    }

    /** The view's heading and the last of its crumbs. */
    protected String title() {
        return text("title");
    }

    /** One of the view's own texts. */
    final String text(String key) {
        return getTranslation(name + "." + key);
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb(title(), null));
    }

    /** Where the view was entered. */
    protected final Place place() {
        Place entered = place;
        if (entered == null) {
            throw new IllegalStateException("The view was not entered");
        }
        return entered;
    }

    /** Reads and shows everything anew. */
    protected final void refresh() {
        Place entered = place;
        if (entered == null) {
            return;
        }
        removeAll();
        try {
            D data = call(() -> read(entered));
            show(data);
        } catch (Problem problem) {
            add(Notices.problem(this, problem, this::refresh));
            leaveIfSuspended(problem);
        } catch (RuntimeException e) {
            LOG.error("The view {} could not be shown", name, e);
            add(Notices.failure(this, this::refresh));
        }
    }

    /**
     * Changes something on behalf of the person, and says so if that fails. When someone else was faster, what they did
     * can be looked at first.
     */
    protected final <T> void attempt(Supplier<T> change, Consumer<T> success) {
        attempt(change, success, problem -> false);
    }

    /** @param handled says whether it has dealt with the problem; if not, it is shown in the usual way */
    protected final <T> void attempt(
            Supplier<T> change, Consumer<T> success, java.util.function.Predicate<Problem> handled) {
        T result;
        try {
            result = call(change);
        } catch (Problem problem) {
            if (handled.test(problem)) {
                return;
            }
            if (leaveIfSuspended(problem)) {
                return;
            }
            if (problem.code() == Code.VERSION_CONFLICT) {
                Dialogs.conflict(this, this::refresh);
            } else {
                Messages.failure(Messages.of(this, problem));
            }
            return;
        } catch (RuntimeException e) {
            LOG.error("A change in {} failed", name, e);
            Messages.failure(getTranslation("common.failed"));
            return;
        }
        success.accept(result);
    }

    /** Shows the person what happened to their shop while they were looking at something else. */
    private boolean leaveIfSuspended(Problem problem) {
        boolean suspended = problem.code() == Code.SUSPENDED;
        if (suspended) {
            getUI().ifPresent(ui -> ui.navigate(SuspendedView.class));
        }
        return suspended;
    }
}
