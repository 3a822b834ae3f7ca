package io.xiaoer.portal.start;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.xiaoer.bots.Bot;
import io.xiaoer.onboarding.Progress;
import io.xiaoer.onboarding.Step;
import io.xiaoer.tenants.Shop;
import java.util.function.Supplier;

/** What one step of the wizard shows between its heading and its buttons. */
abstract class StepContent extends Div {

    private static final long serialVersionUID = 1L;

    protected final StartView view;

    StepContent(StartView view) {
        this.view = view;
        addClassName("start-content");
    }

    /** Reads what a step shows, with the shop and the person bound, and makes it afterwards. */
    interface Reader {

        Step step();

        Supplier<StepContent> read(StartView view, Scene scene);
    }

    /** Where the wizard is. */
    record Scene(Shop shop, Bot bot, Progress progress, Step step, Locales locales) {}

    /**
     * Two languages: that of the person who reads the portal and that of the shop's bot.
     *
     * @param reader {@code zh-CN} or {@code en}
     * @param shop {@code zh-CN} or {@code en}
     */
    record Locales(String reader, String shop) {}

    /** Something said in a conversation. */
    protected static Div bubble(String side, String text) {
        Div bubble = new Div(text);
        bubble.addClassNames("start-bubble", "start-bubble-" + side);
        return bubble;
    }

    /** Something to look at beside the words. */
    protected static Span picture(VaadinIcon icon) {
        Span picture = new Span(icon.create());
        picture.addClassName("start-picture");
        picture.getElement().setAttribute("aria-hidden", "true");
        return picture;
    }

    protected static Div row(String css, Component... parts) {
        Div row = new Div(parts);
        if (!css.isEmpty()) {
            row.addClassName(css);
        }
        return row;
    }
}
