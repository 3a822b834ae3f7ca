package io.xiaoer.portal.inbox;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;

/** What the keys do. */
class KeysDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    KeysDialog() {
        setHeaderTitle(getTranslation("inbox.keys"));
        DescriptionList keys = new DescriptionList();
        keys.addClassName("inbox-keys");
        InboxKeys.ALL.forEach(key -> add(keys, key, "inbox.key." + name(key)));
        add(keys, "Enter", "inbox.key.enter");
        add(keys, "Shift + Enter", "inbox.key.shift-enter");
        add(keys);
        getFooter().add(new Button(getTranslation("common.close"), click -> close()));
    }

    private void add(DescriptionList keys, String key, String text) {
        Span cap = new Span(key);
        cap.addClassName("inbox-keycap");
        keys.add(new DescriptionList.Term(cap), new DescriptionList.Description(getTranslation(text)));
    }

    private static String name(String key) {
        return switch (key) {
            case "/" -> "slash";
            case "?" -> "help";
            default -> key;
        };
    }
}
