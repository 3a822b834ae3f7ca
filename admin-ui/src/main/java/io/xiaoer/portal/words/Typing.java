package io.xiaoer.portal.words;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;

/** Fields that react while they are typed into. */
public final class Typing {

    private Typing() {}

    /**
     * Has {@code field} tell what was typed when the typist pauses, and at once when the field is left: whoever types and presses a button
     * straight away means what they typed.
     */
    public static <F extends Component & HasValueChangeMode> void reactsAfter(int millis, F field) {
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(millis);
        field.getElement().addPropertyChangeListener("value", "focusout", event -> {});
    }
}
