package io.xiaoer.portal.start;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.Command;
import io.xiaoer.bots.Bot;
import io.xiaoer.onboarding.FirstSteps;
import io.xiaoer.onboarding.Progress;
import io.xiaoer.onboarding.Step;
import io.xiaoer.portal.frame.BackgroundWork;
import io.xiaoer.portal.frame.Crumb;
import io.xiaoer.portal.frame.MainLayout;
import io.xiaoer.portal.frame.Place;
import io.xiaoer.portal.frame.Roles;
import io.xiaoer.portal.frame.ShopContext;
import io.xiaoer.portal.frame.ShopView;
import io.xiaoer.portal.start.StepContent.Locales;
import io.xiaoer.portal.start.StepContent.Scene;
import io.xiaoer.portal.words.Links;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenants.Shop;
import io.xiaoer.tenants.Shops;
import jakarta.annotation.security.RolesAllowed;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leads an owner step by step to a bot that staff talk to. Each step has an address; without one, the first that is left. */
@Route(value = "start/:step?(solve|connect|voice|rules|try|staff)", layout = MainLayout.class)
@RolesAllowed({Roles.OWNER, Roles.EDITOR})
@StyleSheet("context://css/start.css")
class StartView extends ShopView<StartView.Read> {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(StartView.class);

    private final transient Shops shops;
    private final transient FirstSteps steps;
    private final transient Map<Step, StepContent.Reader> readers = new EnumMap<>(Step.class);

    private Progress progress = Progress.none();
    private Step step = Step.SOLVE;
    private final Div strip = new Div();

    /** Made anew for each step, so that a second click cannot finish the step after. */
    private Button next = new Button();

    private boolean ready = true;

    record Read(Scene scene, Supplier<StepContent> content) {}

    StartView(ShopContext shop, Shops shops, FirstSteps steps, List<StepContent.Reader> readers) {
        super(shop, "start");
        this.shops = shops;
        this.steps = steps;
        readers.forEach(reader -> this.readers.put(reader.step(), reader));
        strip.addClassName("start-strip");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (shop.member().isPresent() && event.getRouteParameters().get("step").isEmpty()) {
            Place entered = Place.of(event);
            event.forwardTo(path(firstLeft(entered)), entered.query());
            return;
        }
        super.beforeEnter(event);
    }

    /** Where to go on; what cannot be read is said by the step that then cannot be shown. */
    private Step firstLeft(Place place) {
        try {
            return shop.call(() -> steps.of(shop.bot(place).id()).next());
        } catch (RuntimeException e) {
            LOG.warn("The first step left could not be found", e);
            return Step.SOLVE;
        }
    }

    @Override
    protected Read read(Place place) {
        step = place.path("step")
                .map(text -> Step.valueOf(text.toUpperCase(Locale.ROOT)))
                .orElse(Step.SOLVE);
        Shop current = shops.current();
        Bot bot = shop.bot(place);
        progress = steps.of(bot.id());
        Scene scene =
                new Scene(current, bot, progress, step, new Locales(getLocale().toLanguageTag(), current.locale()));
        StepContent.Reader reader = readers.get(step);
        if (reader == null) {
            throw new IllegalStateException("Nobody shows the step " + step);
        }
        return new Read(scene, reader.read(this, scene));
    }

    @Override
    protected void show(Read read) {
        Div head = new Div(new H1(text("title")), new Paragraph(text("lead")));
        head.addClassName("start-head");
        ready(true);
        StepContent content = read.content().get();
        showStrip();
        add(strip, head, content, buttons(read.scene()));
    }

    @Override
    protected String title() {
        return getTranslation("start.title");
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb(title(), "start"), new Crumb(text("name"), null));
    }

    private String text(String part) {
        return getTranslation("start." + name(step) + "." + part);
    }

    /** All steps, which of them are done, and how many are left. */
    private void showStrip() {
        strip.removeAll();
        OrderedList list = new OrderedList();
        for (Step each : Step.values()) {
            boolean done = progress.done().contains(each);
            Span dot = new Span(done ? "✓" : String.valueOf(each.ordinal() + 1));
            dot.addClassName("start-dot");
            Span name = new Span(getTranslation("start." + name(each) + ".name"));
            name.addClassName("start-name");
            Anchor link = new Anchor(withBot(path(each)), dot, name);
            if (each == step) {
                link.getElement().setAttribute("aria-current", "step");
            }
            link.setAriaLabel(name.getText() + (done ? " · " + getTranslation("start.done") : ""));
            ListItem item = new ListItem(link);
            item.setClassName("start-done", done);
            list.add(item);
        }
        Nav nav = new Nav(list);
        nav.setAriaLabel(title());
        int left = progress.left().size();
        Span rest = new Span(left == 0 ? getTranslation("start.left.none") : getTranslation("start.left", left));
        rest.setId("start-left");
        rest.addClassName("hint");
        strip.add(nav, rest);
    }

    private Component buttons(Scene scene) {
        Div bar = new Div();
        bar.addClassName("start-buttons");
        int at = step.ordinal();
        if (at > 0) {
            Button back = new Button(getTranslation("start.back"), click -> go(Step.values()[at - 1]));
            back.setId("start-back");
            back.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            bar.add(back);
        }
        Span gap = new Span();
        gap.addClassName("start-gap");
        bar.add(gap);
        if (!progress.done().contains(step)) {
            Button skip = new Button(
                    getTranslation("start.skip"),
                    click -> attempt(() -> steps.skip(scene.bot().id(), step), fresh -> goOn(fresh, at)));
            skip.setId("start-skip");
            skip.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            bar.add(skip);
        }
        next = new Button(
                getTranslation(step == Step.STAFF ? "start.finish" : "start.next"),
                click -> attempt(() -> steps.finish(scene.bot().id(), step), fresh -> goOn(fresh, at)));
        next.setId("start-next");
        next.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        next.setEnabled(ready);
        bar.add(next);
        return bar;
    }

    /** Whether the step can be finished yet. */
    void ready(boolean now) {
        ready = now;
        next.setEnabled(now);
    }

    private void goOn(Progress fresh, int from) {
        progress = fresh;
        if (from + 1 < Step.values().length) {
            go(Step.values()[from + 1]);
        } else {
            UI.getCurrent().navigate("", place().query());
        }
    }

    private void go(Step to) {
        UI.getCurrent().navigate(path(to), place().query());
    }

    /** An address of the portal for the bot that this one is about. */
    String withBot(String path) {
        return Links.to(place(), path);
    }

    static String path(Step step) {
        return "start/" + name(step);
    }

    private static String name(Step step) {
        return step.name().toLowerCase(Locale.ROOT);
    }

    boolean may(Permission permission) {
        return shop.may(permission);
    }

    Progress progress() {
        return progress;
    }

    /** Shows progress that a step has changed, without showing the step anew. */
    void show(Progress fresh) {
        progress = fresh;
        showStrip();
    }

    /** Changes something; what fails is said in the usual way. */
    <T> void change(Supplier<T> change, Consumer<T> success) {
        attempt(change, success);
    }

    <T> void change(Supplier<T> change, Consumer<T> success, Predicate<Problem> handled) {
        attempt(change, success, handled);
    }

    /** Reads on this thread, for something small. */
    <T> T now(Supplier<T> work) {
        return shop.call(work);
    }

    /** Does what takes seconds away from the page, and shows its outcome when it is there. */
    <T> void later(Supplier<T> work, Consumer<T> success, Function<Problem, Command> problem, Command failure) {
        BackgroundWork.begin(this, shop, work, success, wrong -> {
            if (wrong instanceof Problem known) {
                problem.apply(known).execute();
            } else {
                LOG.error("A step's work failed", wrong);
                failure.execute();
            }
        });
    }
}
