package io.xiaoer.portal.words;

import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What changed, as a reader sees it: struck out and underlined, never by colour alone. */
public final class DiffText extends Div {

    private static final long serialVersionUID = 1L;

    private DiffText() {
        addClassName("diff");
    }

    /** The difference of two texts, word by word. */
    public static DiffText of(String before, String after) {
        DiffText diff = new DiffText();
        diff.addClassName("diff-text");
        for (WordDiff.Part part : WordDiff.between(before, after)) {
            diff.add(
                    switch (part.kind()) {
                        case SAME -> new Span(part.text());
                        case REMOVED -> marked("del", part.text());
                        case ADDED -> marked("ins", part.text());
                    });
        }
        return diff;
    }

    /** The difference of two lists: what is gone and what is new, one a line. */
    public static DiffText of(List<String> before, List<String> after) {
        DiffText diff = new DiffText();
        diff.addClassName("diff-list");
        Set<String> gone = new LinkedHashSet<>(before);
        after.forEach(gone::remove);
        Set<String> fresh = new LinkedHashSet<>(after);
        before.forEach(fresh::remove);
        gone.forEach(text -> diff.add(marked("del", text)));
        fresh.forEach(text -> diff.add(marked("ins", text)));
        return diff;
    }

    private static HtmlComponent marked(String tag, String text) {
        HtmlComponent mark = new HtmlComponent(tag);
        mark.getElement().setText(text);
        return mark;
    }
}
