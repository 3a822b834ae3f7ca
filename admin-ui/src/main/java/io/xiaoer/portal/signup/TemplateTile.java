package io.xiaoer.portal.signup;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.xiaoer.onboarding.TemplateSummary;

/** One trade to choose. */
class TemplateTile extends Div {

    private static final long serialVersionUID = 1L;

    TemplateTile(TemplateSummary template) {
        addClassName("tile");
        Span picture = new Span(pictureOf(template.key()));
        picture.addClassName("tile-picture");
        picture.getElement().setAttribute("aria-hidden", "true");
        Span name = new Span(template.name());
        name.addClassName("tile-name");
        Span summary = new Span(template.summary());
        summary.addClassName("tile-summary");
        Span entries = new Span(getTranslation("signup.template.entries", template.entries()));
        entries.addClassName("tile-entries");
        add(picture, name, summary, entries);
    }

    private static String pictureOf(String key) {
        return switch (key) {
            case "fresh-food" -> "🥬";
            case "beauty" -> "💄";
            case "small-shop" -> "🏪";
            default -> "🛍️";
        };
    }
}
