package io.xiaoer.portal.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.shared.Registration;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Looks again and again how far something is that goes on without the view: only while it does, and only while the view is there. */
public final class Watching implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int LOOK_MILLIS = 1000;

    private final Component view;
    private boolean goesOn;
    private @Nullable Registration polls;

    /** @param look is called every second while it goes on */
    public Watching(Component view, Command look) {
        this.view = view;
        view.addAttachListener(event -> {
            polls = event.getUI().addPollListener(poll -> {
                if (goesOn) {
                    look.execute();
                }
            });
            poll(event.getUI());
        });
        view.addDetachListener(event -> {
            if (polls != null) {
                polls.remove();
            }
            event.getUI().setPollInterval(-1);
        });
    }

    public void goesOn(boolean now) {
        goesOn = now;
        view.getUI().ifPresent(this::poll);
    }

    private void poll(UI ui) {
        ui.setPollInterval(goesOn ? LOOK_MILLIS : -1);
    }
}
