package io.xiaoer.portal.words;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.server.Command;
import java.util.List;

/** Ctrl+S, and Cmd+S, save what is being written. */
public final class SaveKeys {

    private SaveKeys() {}

    public static void on(Component view, Command save) {
        for (KeyModifier modifier : List.of(KeyModifier.CONTROL, KeyModifier.META)) {
            // what is being typed reaches the server first
            Shortcuts.addShortcutListener(view, save, Key.KEY_S, modifier)
                    .resetFocusOnActiveElement()
                    .setBrowserDefaultAllowed(false);
        }
    }
}
