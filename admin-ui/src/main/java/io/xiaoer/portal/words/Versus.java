package io.xiaoer.portal.words;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two people changed the same thing: shows both, field by field, and lets the second decide. Nothing is saved and nothing typed is lost until
 * they have decided.
 *
 * @param <F> what names a field
 */
public final class Versus<F> extends Dialog {

    private static final long serialVersionUID = 1L;

    /** Whose words hold. */
    public enum Choice {
        MINE,
        THEIRS,
        BOTH
    }

    /**
     * A field that differs.
     *
     * @param suggested what would do justice to both: whoever alone changed it
     */
    public record Row<F>(
            F field, String label, Component theirs, Component mine, Choice suggested, boolean mergeable) {}

    private final transient Map<F, RadioButtonGroup<Choice>> choices = new LinkedHashMap<>();

    /** @param who changed it meanwhile */
    public Versus(String who, List<Row<F>> rows, SerializableConsumer<Map<F, Choice>> decided) {
        setHeaderTitle(getTranslation("words.versus.title"));
        addClassName("versus");
        setWidth("60rem");
        Div all = new Div(new Paragraph(getTranslation("words.versus.text", who)));
        all.addClassName("versus-rows");
        for (Row<F> row : rows) {
            all.add(line(row));
        }
        add(all);

        Button stay = new Button(getTranslation("common.conflict.stay"), click -> close());
        stay.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Button theirs = new Button(getTranslation("words.versus.all-theirs"), click -> decide(decided, Choice.THEIRS));
        theirs.setId("versus-theirs");
        Button mine = new Button(getTranslation("words.versus.all-mine"), click -> decide(decided, Choice.MINE));
        mine.setId("versus-mine");
        Button merge = new Button(getTranslation("words.versus.merge"), click -> {
            close();
            Map<F, Choice> chosen = new LinkedHashMap<>();
            choices.forEach((field, group) -> chosen.put(field, group.getValue()));
            decided.accept(chosen);
        });
        merge.setId("versus-merge");
        merge.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(stay, theirs, mine, merge);
    }

    private void decide(SerializableConsumer<Map<F, Choice>> decided, Choice choice) {
        close();
        Map<F, Choice> chosen = new LinkedHashMap<>();
        choices.keySet().forEach(field -> chosen.put(field, choice));
        decided.accept(chosen);
    }

    private Component line(Row<F> row) {
        RadioButtonGroup<Choice> group = new RadioButtonGroup<>();
        List<Choice> offered = new ArrayList<>(List.of(Choice.THEIRS, Choice.MINE));
        if (row.mergeable()) {
            offered.add(Choice.BOTH);
        }
        group.setItems(offered);
        group.setItemLabelGenerator(
                choice -> getTranslation("words.versus." + choice.name().toLowerCase(java.util.Locale.ROOT)));
        group.setValue(row.suggested());
        group.setAriaLabel(row.label());
        choices.put(row.field(), group);
        Div sides = new Div(
                side(getTranslation("words.versus.side.theirs"), row.theirs()),
                side(getTranslation("words.versus.side.mine"), row.mine()));
        sides.addClassName("versus-sides");
        Div line = new Div(new H3(row.label()), sides, group);
        line.addClassName("versus-row");
        return line;
    }

    private static Component side(String whose, Component words) {
        Span name = new Span(whose);
        name.addClassName("hint");
        Div side = new Div(name, words);
        side.addClassName("versus-side");
        return side;
    }
}
