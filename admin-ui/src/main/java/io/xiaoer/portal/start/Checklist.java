package io.xiaoer.portal.start;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.xiaoer.bots.BotId;
import io.xiaoer.onboarding.FirstSteps;
import io.xiaoer.onboarding.Progress;
import io.xiaoer.onboarding.Step;
import io.xiaoer.portal.frame.Messages;
import io.xiaoer.portal.frame.ShopContext;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.Permission;
import java.util.Locale;

/**
 * What is left until a bot is ready, for the home page. Not to be seen when all is done, when an owner no longer wants to
 * see it, or by those who could not do it.
 */
@StyleSheet("context://css/start.css")
public final class Checklist extends Section {

    private static final long serialVersionUID = 1L;

    private final transient ShopContext shop;
    private final transient FirstSteps steps;
    private final BotId bot;

    /** @param progress of the bot, read together with the page */
    public Checklist(ShopContext shop, FirstSteps steps, BotId bot, Progress progress) {
        this.shop = shop;
        this.steps = steps;
        this.bot = bot;
        setId("checklist");
        addClassNames("card", "checklist");
        show(progress);
    }

    private void show(Progress progress) {
        removeAll();
        boolean wanted = shop.may(Permission.EDIT) && !progress.isComplete() && !progress.dismissed();
        setVisible(wanted);
        if (!wanted) {
            return;
        }
        // the shop itself is the first thing done
        int all = Step.values().length + 1;
        int done = progress.done().size() + 1;
        H2 title = new H2(getTranslation("start.checklist.title"));
        Span count = new Span(getTranslation("start.checklist.count", done, all));
        count.addClassName("hint");
        Button hide = new Button(getTranslation("start.checklist.hide"), click -> dismiss(true));
        hide.setId("checklist-hide");
        hide.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        add(StepContent.row("checklist-head", title, count, hide));
        ProgressBar bar = new ProgressBar(0, all, done);
        add(bar);
        UnorderedList list = new UnorderedList();
        list.add(item(true, new Span(getTranslation("start.checklist.opened"))));
        Step next = progress.next();
        for (Step step : Step.values()) {
            Anchor link = new Anchor(
                    StartView.path(step) + "?bot=" + bot,
                    getTranslation("start." + step.name().toLowerCase(Locale.ROOT) + ".todo"));
            boolean stepDone = progress.done().contains(step);
            ListItem item = item(stepDone, link);
            if (!stepDone && step == next) {
                item.addClassName("checklist-next");
            }
            list.add(item);
        }
        add(list);
        Anchor on = new Anchor(StartView.path(next) + "?bot=" + bot, getTranslation("start.checklist.go-on"));
        on.setId("checklist-go-on");
        on.addClassNames("action", "action-primary");
        add(StepContent.row("actions", on));
    }

    private ListItem item(boolean done, Component what) {
        Span dot = new Span(done ? "✓" : "");
        dot.addClassName("start-dot");
        dot.getElement().setAttribute("role", "img");
        dot.getElement().setAttribute("aria-label", getTranslation(done ? "start.done" : "start.checklist.open"));
        ListItem item = new ListItem(dot, what);
        item.setClassName("start-done", done);
        return item;
    }

    private void dismiss(boolean dismissed) {
        try {
            show(shop.call(() -> steps.dismiss(bot, dismissed)));
        } catch (Problem problem) {
            Messages.failure(Messages.of(this, problem));
            return;
        }
        if (dismissed) {
            Messages.undoable(this, getTranslation("start.checklist.hidden"), () -> dismiss(false));
        }
    }
}
