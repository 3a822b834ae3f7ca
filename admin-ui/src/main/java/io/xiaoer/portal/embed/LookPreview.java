package io.xiaoer.portal.embed;

import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import io.xiaoer.bots.Theme;
import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The widget itself, drawn with settings that are being typed. It asks the server for nothing. */
@JavaScript("context://sdk/xiaoer-preview.js")
class LookPreview extends Div {

    private static final long serialVersionUID = 1L;

    /** Once the script is there, the newest look is drawn. */
    private static final String DRAW = """
            this.look = $0;
            customElements.whenDefined(this.localName).then(() => this.setTheme(this.look));
            """;

    private final Element widget = new Element("xiaoer-preview");
    private final String greeting;
    private final String locale;

    /** @param locale the shop's, which its shoppers read */
    LookPreview(String greeting, String locale) {
        this.greeting = greeting;
        this.locale = locale;
        addClassName("embed-preview");
        setId("chat-preview");
        getElement().setAttribute("role", "img");
        getElement().appendChild(widget);
    }

    /** @param title what the header says, if the theme says nothing */
    void show(Theme theme, String title) {
        String shown = theme.title() == null ? title : theme.title();
        getElement().setAttribute("aria-label", getTranslation("embed.preview", shown));
        ObjectNode look = JsonNodeFactory.instance.objectNode();
        look.put("primaryColor", theme.primaryColor());
        look.put("avatarUrl", theme.avatarUrl());
        look.put("title", shown);
        look.put("locale", locale);
        look.put("radius", wire(theme.radius()));
        look.put("position", wire(theme.position()));
        look.put("launcher", wire(theme.launcher()));
        look.put("scheme", wire(theme.scheme()));
        look.put("greeting", greeting);
        widget.executeJs(DRAW, look);
    }

    private static String wire(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
