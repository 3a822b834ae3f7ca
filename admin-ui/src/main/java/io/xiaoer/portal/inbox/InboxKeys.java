package io.xiaoer.portal.inbox;

import java.util.List;

/** What a key does in the inbox, where nothing is being written. */
final class InboxKeys {

    /** In the order in which help names them. */
    static final List<String> ALL = List.of("j", "k", "t", "r", "n", "b", "e", "/", "?");

    private InboxKeys() {}

    static void press(InboxView view, String key) {
        LineList list = view.list();
        Talk talk = view.talk();
        if (list == null || talk == null) {
            return;
        }
        switch (key) {
            case "j" -> list.step(1);
            case "k" -> list.step(-1);
            case "/" -> list.focusSearch();
            case "?" -> new KeysDialog().open();
            case "t" -> talk.take();
            case "e" -> talk.close();
            case "b" -> talk.backToBot();
            case "n" -> talk.write(true);
            case "r" -> talk.write(false);
            default -> {
                // another key does nothing
            }
        }
    }
}
