package io.xiaoer.portal.effects;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** How many of all questions are newly answered, answered otherwise, and lost, drawn as parts of a bar. */
@StyleSheet("context://css/effects.css")
public final class GroupBar extends Div {

    private static final long serialVersionUID = 1L;

    /** @param all questions, those that stay the same included */
    public GroupBar(int newlyAnswered, int changed, int lost, int all) {
        addClassName("group-bar");
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", getTranslation("effects.bar", all, newlyAnswered, changed, lost));
        part("newly-answered", newlyAnswered);
        part("changed", changed);
        part("lost", lost);
        part("same", Math.max(0, all - newlyAnswered - changed - lost));
    }

    private void part(String name, int count) {
        if (count > 0) {
            Span part = new Span();
            part.addClassName("group-bar-" + name);
            part.getStyle().set("flex-grow", String.valueOf(count));
            add(part);
        }
    }
}
