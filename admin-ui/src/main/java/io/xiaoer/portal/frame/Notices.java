package io.xiaoer.portal.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.server.Command;
import io.xiaoer.shared.Problem;

/** What stands where content would be: nothing yet, still loading, or something went wrong. */
public final class Notices {

    private Notices() {}

    /**
     * There is nothing here yet.
     *
     * @param picture one emoji
     * @param actions what the reader can do about it
     */
    public static Div empty(String picture, String title, String text, Component... actions) {
        return notice(picture, title, text, actions);
    }

    /** Words for whoever does not see a picture. */
    public static Span unseen(String text) {
        Span span = new Span(text);
        span.addClassName("unseen");
        return span;
    }

    /** Something is being fetched or made. */
    public static Div loading(String text) {
        ProgressBar bar = new ProgressBar();
        bar.setIndeterminate(true);
        Div notice = new Div(bar, new Paragraph(text));
        notice.addClassNames("notice", "notice-loading");
        notice.getElement().setAttribute("role", "status");
        return notice;
    }

    /** Something could not be read, and trying again may help. */
    public static Div failure(Component place, Command again) {
        Button button = new Button(place.getTranslation("common.again"), click -> again.execute());
        return notice(
                "🌧️",
                place.getTranslation("common.unreadable"),
                place.getTranslation("common.unreadable.text"),
                button);
    }

    /** A problem that has a name. */
    public static Div problem(Component place, Problem problem, Command again) {
        Button button = new Button(place.getTranslation("common.again"), click -> again.execute());
        return notice("🔎", Messages.of(place, problem), "", button);
    }

    private static Div notice(String picture, String title, String text, Component... actions) {
        Span drawn = new Span(picture);
        drawn.addClassName("notice-picture");
        drawn.getElement().setAttribute("aria-hidden", "true");
        Div notice = new Div(drawn, new H2(title));
        if (!text.isEmpty()) {
            notice.add(new Paragraph(text));
        }
        if (actions.length > 0) {
            Div buttons = new Div(actions);
            buttons.addClassName("actions");
            notice.add(buttons);
        }
        notice.addClassName("notice");
        notice.getElement().setAttribute("role", "status");
        return notice;
    }
}
