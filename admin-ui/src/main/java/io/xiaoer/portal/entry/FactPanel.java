package io.xiaoer.portal.entry;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.function.SerializableConsumer;
import io.xiaoer.answering.Need;
import io.xiaoer.answering.NeedFields;
import io.xiaoer.answering.NeedFields.Field;
import io.xiaoer.rules.RulesInForce;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an answer can say of the facts it is over, each a press away from the answer. */
class FactPanel extends Div {

    private static final long serialVersionUID = 1L;

    /** Fields whose name means something else elsewhere. */
    private static final Set<String> OWN = Set.of("coupon.count", "refund.reason");

    private final String locale;
    private final transient RulesInForce rules;
    private final SerializableConsumer<String> insert;
    private final transient Map<Need, Details> panels = new EnumMap<>(Need.class);
    private transient Set<Need> shown = Set.of();
    private boolean readOnly;

    /**
     * @param locale the shop's, for examples
     * @param rules that the shop has, for examples
     * @param insert puts a text into the answer where the cursor is
     */
    FactPanel(String locale, RulesInForce rules, SerializableConsumer<String> insert) {
        this.locale = locale;
        this.rules = rules;
        this.insert = insert;
        setId("facts");
        addClassName("fact-panel");
        setVisible(false);
    }

    void setReadOnly(boolean readOnly) {
        this.readOnly = readOnly;
    }

    void show(Set<Need> needs) {
        if (needs.equals(shown)) {
            return;
        }
        // the one that was just chosen is opened, and so is one that is alone
        boolean open = needs.size() == 1 || !shown.isEmpty();
        shown = Set.copyOf(needs);
        removeAll();
        setVisible(!needs.isEmpty());
        Div lead = new Div(getTranslation(readOnly ? "entry.facts.lead.read-only" : "entry.facts.lead"));
        lead.addClassName("hint");
        add(lead);
        for (Need need : needs) {
            Details panel = panels.get(need);
            if (panel == null) {
                panel = panel(NeedFields.of(need, locale, rules));
                panel.setOpened(open);
                panels.put(need, panel);
            }
            add(panel);
        }
    }

    private Details panel(NeedFields fields) {
        Need need = fields.need();
        Span about = new Span(getTranslation("entry.need-about." + need.key()));
        about.addClassName("hint");
        Div name = new Div(new Span(getTranslation("entry.need." + need.key())), about);
        name.addClassName("fact-panel-name");
        Div list = new Div();
        list.addClassName("fact-fields");
        fields.fields().forEach(field -> list.add(line(field)));
        Details panel = new Details(name);
        if (!readOnly) {
            Button begin = new Button(
                    getTranslation("entry.facts.pattern"),
                    VaadinIcon.MAGIC.create(),
                    click -> insert.accept(fields.pattern(
                            getTranslation("entry.facts.pattern.known"),
                            getTranslation("entry.facts.pattern.refused"),
                            getTranslation("entry.facts.pattern.unknown"))));
            begin.addClassName("fact-pattern");
            begin.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            begin.setTooltipText(getTranslation("entry.facts.pattern.help"));
            panel.add(begin);
        }
        panel.add(list);
        panel.getElement().setAttribute("data-need", need.key());
        return panel;
    }

    private Component line(Field field) {
        Span name = new Span(getTranslation(text(field)));
        name.addClassName("fact-field-name");
        Span example = new Span(example(field.example()));
        example.addClassName("fact-field-example");
        Code path = new Code(field.path());
        NativeButton line = new NativeButton();
        line.add(name, example, path);
        line.addClassName("fact-field");
        line.setEnabled(!readOnly);
        line.getElement().setAttribute("data-field", field.path());
        line.getElement().setAttribute("title", getTranslation("entry.facts.insert", field.path()));
        line.addClickListener(click -> insert.accept(field.snippet()));
        return line;
    }

    /** Key of the text that explains a field. */
    static String text(Field field) {
        return "entry.fact." + (OWN.contains(field.path()) ? field.path() : field.name());
    }

    private String example(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Boolean yes -> getTranslation(yes ? "entry.facts.yes" : "entry.facts.no");
            case List<?> list -> list.stream().map(this::example).collect(Collectors.joining("、"));
            case Map<?, ?> parts -> parts.values().stream().map(this::example).collect(Collectors.joining(" "));
            default -> value.toString();
        };
    }
}
