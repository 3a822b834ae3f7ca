package io.xiaoer.portal.rules;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of several rows, which can be added and taken away.
 *
 * @param <R> the fields of a row
 */
abstract class Rows<R> extends Div implements Param {

    private static final long serialVersionUID = 1L;

    protected final transient List<R> rows = new ArrayList<>();
    protected final Command changed;
    private final String name;
    private final Div list = new Div();
    private final Span problem = new Span();
    private final Button add;
    private boolean readOnly;

    Rows(String name, Command changed) {
        this.name = name;
        this.changed = changed;
        setId(name);
        addClassName("rule-rows");
        list.addClassName("rule-rows-list");
        Span label = new Span(getTranslation("rules.field." + name));
        label.addClassName("rule-rows-label");
        problem.addClassName("rule-rows-problem");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        add = new Button(getTranslation("rules.rows." + name + ".add"), VaadinIcon.PLUS.create(), click -> {
            append(empty());
            changed.execute();
        });
        add.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        add.addClassName("rule-rows-add");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", getTranslation("rules.field." + name));
        add(label, list, problem, add);
    }

    /** The fields of a new row, which tell when they are changed. */
    protected abstract R empty();

    protected abstract List<Component> fields(R row);

    protected abstract void setReadOnly(R row, boolean readOnly);

    protected final void append(R row) {
        rows.add(row);
        Div line = new Div();
        line.addClassName("rule-row");
        fields(row).forEach(line::add);
        Button remove = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> {
            rows.remove(row);
            list.remove(line);
            changed.execute();
        });
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        remove.setAriaLabel(getTranslation("rules.rows.remove"));
        remove.setTooltipText(getTranslation("rules.rows.remove"));
        remove.setVisible(!readOnly);
        line.add(remove);
        setReadOnly(row, readOnly);
        list.add(line);
    }

    protected final void clear() {
        rows.clear();
        list.removeAll();
    }

    protected final void markAll(@Nullable String text) {
        problem.setText(text == null ? "" : text);
        problem.setVisible(text != null);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Component component() {
        return this;
    }

    @Override
    public void setReadOnly(boolean now) {
        readOnly = now;
        add.setVisible(!now);
        Object value = read();
        write(value);
    }

    /** The first problem of the parameter as a whole, or of a row that cannot show it itself. */
    protected final @Nullable String own(Map<String, String> problems) {
        return problems.get(name);
    }
}
