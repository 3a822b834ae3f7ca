package io.xiaoer.portal.words;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveEvent.ContinueNavigationAction;
import java.io.Serializable;
import java.util.function.BooleanSupplier;

/** Keeps people from losing what they wrote: asks when they go elsewhere in the portal, and has the browser ask when they leave it. */
public final class UnsavedGuard implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Component place;
    private boolean unsaved;

    public UnsavedGuard(Component place) {
        this.place = place;
        place.addDetachListener(event -> tellBrowser(false));
    }

    public boolean isUnsaved() {
        return unsaved;
    }

    public void setUnsaved(boolean now) {
        if (unsaved != now) {
            unsaved = now;
            tellBrowser(now);
        }
    }

    /**
     * Asks before the view is left, if something is unsaved.
     *
     * @param save saves, and says whether that worked
     */
    public void ask(BeforeLeaveEvent event, BooleanSupplier save) {
        if (!unsaved) {
            return;
        }
        ContinueNavigationAction action = event.postpone();
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(place.getTranslation("words.unsaved.title"));
        dialog.setText(place.getTranslation("words.unsaved.text"));
        dialog.setConfirmText(place.getTranslation("words.unsaved.save"));
        dialog.addConfirmListener(confirm -> {
            if (save.getAsBoolean()) {
                setUnsaved(false);
                action.proceed();
            } else {
                action.cancel();
            }
        });
        dialog.setRejectable(true);
        dialog.setRejectText(place.getTranslation("words.unsaved.discard"));
        dialog.setRejectButtonTheme("error tertiary");
        dialog.addRejectListener(reject -> {
            setUnsaved(false);
            action.proceed();
        });
        dialog.setCancelable(true);
        dialog.setCancelText(place.getTranslation("words.unsaved.stay"));
        dialog.addCancelListener(cancel -> action.cancel());
        dialog.open();
    }

    private void tellBrowser(boolean now) {
        place.getUI()
                .ifPresent(ui -> ui.getPage()
                        .executeJs(
                                "window.onbeforeunload = $0 ? (event) => { event.preventDefault(); return ''; } : null",
                                now));
    }
}
