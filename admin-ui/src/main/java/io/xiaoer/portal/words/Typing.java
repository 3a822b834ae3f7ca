package io.xiaoer.portal.words;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;

/** Fields that react while they are typed into. */
public final class Typing {

    private Typing() {}

    /**
     * Has {@code field} tell what was typed at once: whoever types and presses a button straight away means what they typed. A pause before
     * telling would save little and lose that.
     */
    public static <F extends Component & HasValueChangeMode> void reacts(F field) {
        field.setValueChangeMode(ValueChangeMode.EAGER);
    }
}
