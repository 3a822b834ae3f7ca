package io.xiaoer.portal.entry;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.textfield.TextArea;
import io.xiaoer.knowledge.EntryDraft;
import io.xiaoer.portal.words.Typing;

/** An answer in Liquid: variables and tags stand out while typing, and can be inserted from a menu. */
@JavaScript("context://js/liquid.js")
class AnswerField extends Div {

    private static final long serialVersionUID = 1L;

    /** What an answer can say without being written down, by the text that explains it. */
    private static final String[] VARIABLES = {"shop.name"};

    private final TextArea text = new TextArea();
    private final Div layer = new Div();
    private final Div wrapper = new Div();
    private final MenuBar menu = new MenuBar();

    AnswerField() {
        addClassName("answer-field");
        text.setLabel(getTranslation("entry.field.answer"));
        text.setId("answer");
        text.setWidthFull();
        text.setMinRows(5);
        text.setMaxLength(EntryDraft.MAX_ANSWER);
        text.setRequiredIndicatorVisible(true);
        text.setManualValidation(true);
        Typing.reacts(text);
        text.setHelperText(getTranslation("entry.answer.help"));
        layer.addClassName("liquid-layer");
        layer.getElement().setAttribute("aria-hidden", "true");
        wrapper.addClassName("liquid");
        wrapper.add(text, layer);
        add(menu(), wrapper);
    }

    private MenuBar menu() {
        menu.addClassName("answer-insert");
        menu.addThemeVariants(MenuBarVariant.LUMO_TERTIARY_INLINE, MenuBarVariant.LUMO_SMALL);
        MenuItem insert = menu.addItem(VaadinIcon.PLUS_CIRCLE_O.create());
        insert.add(new Span(getTranslation("entry.insert")));
        insert.setId("insert-variable");
        for (String variable : VARIABLES) {
            String marked = "{{ " + variable + " }}";
            Div line = new Div(new Code(marked), new Span(getTranslation("entry.variable." + variable)));
            line.addClassName("insert-line");
            insert.getSubMenu().addItem(line, click -> insert(marked));
        }
        MenuItem more = insert.getSubMenu().addItem(getTranslation("entry.variable.more"));
        more.setEnabled(false);
        return menu;
    }

    /** Where the cursor is. */
    void insert(String marked) {
        wrapper.getElement().executeJs("window.xiaoerLiquid?.insert(this, $0)", marked);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        wrapper.getElement().executeJs("window.xiaoerLiquid?.attach(this)");
    }

    TextArea field() {
        return text;
    }

    void setReadOnly(boolean readOnly) {
        text.setReadOnly(readOnly);
        menu.setVisible(!readOnly);
    }
}
