package io.xiaoer.portal.embed;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.xiaoer.portal.words.ChatBubble;

/** The chat page in small, as shoppers will find it with the settings that are being typed. */
class ChatPreview extends Div {

    private static final long serialVersionUID = 1L;

    private final Span picture = new Span();
    private final Span title = new Span();

    ChatPreview(String greeting) {
        addClassName("embed-preview");
        setId("chat-preview");
        getElement().setAttribute("role", "img");
        picture.addClassName("embed-preview-picture");
        title.addClassName("embed-preview-title");
        Div head = new Div(picture, title);
        head.addClassName("embed-preview-head");
        Div chat = new Div(
                ChatBubble.clerk(greeting),
                ChatBubble.shopper(getTranslation("embed.preview.question")),
                ChatBubble.clerk(getTranslation("embed.preview.answer")));
        chat.addClassNames("chat", "embed-preview-chat");
        Span field = new Span(getTranslation("embed.preview.field"));
        field.addClassName("embed-preview-field");
        add(head, chat, field);
    }

    /** @param colour {@code #rrggbb}; anything else leaves the one before, as it does while someone is typing */
    void show(String name, String colour) {
        title.setText(name);
        picture.setText(name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1)));
        getElement().setAttribute("aria-label", getTranslation("embed.preview", name));
        if (isColour(colour)) {
            getStyle().set("--embed-colour", colour);
        }
    }

    static boolean isColour(String text) {
        return text.matches("#[0-9a-fA-F]{6}");
    }
}
