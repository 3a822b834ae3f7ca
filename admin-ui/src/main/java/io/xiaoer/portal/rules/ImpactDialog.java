package io.xiaoer.portal.rules;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.Command;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows what a change would mean before it is made. */
class ImpactDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    /**
     * What is about to be saved, in words.
     *
     * @param before what holds now; null for nothing
     * @param validity from when until when
     * @param replaced what was planned and would no longer come; null for nothing
     * @param later whether it begins later than now
     */
    record Change(
            @Nullable String before,
            String after,
            String validity,
            @Nullable String replaced,
            boolean later) {}

    ImpactDialog(Component page, Change change, ImpactPanel impact, Command save) {
        setHeaderTitle(page.getTranslation("rules.check.title"));
        addClassName("rule-check");
        setWidth("min(38rem, 96vw)");
        Div body = new Div();
        body.addClassName("rule-check-body");
        String before = change.before();
        if (before != null && !before.equals(change.after())) {
            body.add(row(page, "rules.check.now", before, "rule-check-before"));
        }
        body.add(row(page, "rules.check.then", change.after(), "rule-check-after"));
        body.add(row(page, "rules.check.when", change.validity(), "rule-check-when"));
        List<String> notes = new ArrayList<>();
        if (change.later()) {
            notes.add(page.getTranslation("rules.check.later"));
        }
        String replaced = change.replaced();
        if (replaced != null) {
            notes.add(page.getTranslation("rules.check.replaced", replaced));
        }
        for (String note : notes) {
            Div line = new Div(note);
            line.addClassName("warning");
            body.add(line);
        }
        body.add(new H3(page.getTranslation("rules.impact")), impact);
        add(body);
        Button stay = new Button(page.getTranslation("rules.check.stay"), click -> close());
        Button yes =
                new Button(page.getTranslation(change.later() ? "rules.check.plan" : "rules.check.save"), click -> {
                    close();
                    save.execute();
                });
        yes.setId("save-yes");
        yes.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(stay, yes);
    }

    private static Div row(Component page, String label, String text, String name) {
        Span title = new Span(page.getTranslation(label));
        title.addClassName("rule-check-label");
        Div row = new Div(title, new Span(text));
        row.addClassNames("rule-check-row", name);
        return row;
    }
}
