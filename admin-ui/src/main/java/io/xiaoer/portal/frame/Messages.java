package io.xiaoer.portal.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.clipboard.Clipboard;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.Command;
import io.xiaoer.shared.Problem;

/** Says things the same way in all views. */
public final class Messages {

    private Messages() {}

    /** What a problem means to a person, in the language of {@code place}. */
    public static String of(Component place, Problem problem) {
        return place.getTranslation("problem." + problem.code().key());
    }

    public static void success(String text) {
        Notification notification = Notification.show(text, 3000, Notification.Position.TOP_CENTER);
        notification.addThemeVariants(NotificationVariant.LUMO_SUCCESS);
    }

    /** Says what was done, with a way back. */
    public static void undoable(Component place, String text, Command undo) {
        leading(text, place.getTranslation("common.undo"), undo);
    }

    /** Says what was done, with what may be done next. */
    public static void leading(String text, String label, Command next) {
        Notification notification = new Notification();
        Button back = new Button(label, click -> {
            notification.close();
            next.execute();
        });
        back.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        back.addClassName("toast-undo");
        Div line = new Div(new Span(text), back);
        line.addClassName("toast");
        notification.add(line);
        notification.setDuration(8000);
        notification.setPosition(Notification.Position.BOTTOM_CENTER);
        notification.open();
    }

    public static void failure(String text) {
        Notification notification = Notification.show(text, 6000, Notification.Position.TOP_CENTER);
        notification.addThemeVariants(NotificationVariant.LUMO_ERROR);
    }

    /** A line with a value to take along. */
    public static Component copyable(Component place, String label, String value) {
        Button copy = new Button(place.getTranslation("common.copy"), VaadinIcon.COPY_O.create());
        copy.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        copy.setAriaLabel(place.getTranslation("common.copy") + " " + label);
        String copied = place.getTranslation("common.copied");
        String byHand = place.getTranslation("common.copy-by-hand");
        Clipboard.onClick(copy).writeText(value, text -> success(copied), error -> failure(byHand));

        Div name = new Div(label);
        name.addClassName("copyable-label");
        Div text = new Div(value);
        text.addClassName("copyable-value");
        Div line = new Div(name, text, copy);
        line.addClassName("copyable");
        return line;
    }
}
