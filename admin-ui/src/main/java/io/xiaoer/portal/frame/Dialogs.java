package io.xiaoer.portal.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.server.Command;

/** Questions asked before something is done. */
public final class Dialogs {

    private Dialogs() {}

    /**
     * Asks before {@code change} is made.
     *
     * @param key of the texts {@code key.confirm.title}, {@code .text} and {@code .yes}
     */
    public static void confirm(Component place, String key, Command change, Object... parameters) {
        dialog(place, key, change, parameters).open();
    }

    /** Asks before something is done that cannot be undone; the button looks like it. */
    public static void confirmForGood(Component place, String key, Command change, Object... parameters) {
        ConfirmDialog dialog = dialog(place, key, change, parameters);
        dialog.setConfirmButtonTheme("error primary");
        dialog.open();
    }

    /** Says that someone else was faster, and offers to look at what they did. Nothing typed is lost until then. */
    public static void conflict(Component place, Command reload) {
        ConfirmDialog dialog = new ConfirmDialog(
                place.getTranslation("common.conflict.title"),
                place.getTranslation("common.conflict.text"),
                place.getTranslation("common.conflict.reload"),
                event -> reload.execute());
        dialog.setCancelable(true);
        dialog.setCancelText(place.getTranslation("common.conflict.stay"));
        dialog.open();
    }

    private static ConfirmDialog dialog(Component place, String key, Command change, Object... parameters) {
        ConfirmDialog dialog = new ConfirmDialog(
                place.getTranslation(key + ".confirm.title", parameters),
                place.getTranslation(key + ".confirm.text", parameters),
                place.getTranslation(key + ".confirm.yes", parameters),
                event -> change.execute());
        dialog.setCancelable(true);
        dialog.setCancelText(place.getTranslation("common.cancel"));
        return dialog;
    }
}
