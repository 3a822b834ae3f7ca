package io.xiaoer.portal.words;

import com.vaadin.flow.component.html.Div;

/** Something said, as a chat shows it. The text is text: nothing in it is read as a mark-up. */
public final class ChatBubble extends Div {

    private static final long serialVersionUID = 1L;

    private final Div text = new Div();

    private ChatBubble(String side, String said) {
        addClassNames("said", side);
        text.addClassName("said-text");
        text.setText(said);
        add(text);
    }

    /** What the shop's clerk says. */
    public static ChatBubble clerk(String text) {
        return new ChatBubble("said-clerk", text);
    }

    /** What a shopper says. */
    public static ChatBubble shopper(String text) {
        return new ChatBubble("said-shopper", text);
    }

    public void say(String said) {
        text.setText(said);
    }
}
