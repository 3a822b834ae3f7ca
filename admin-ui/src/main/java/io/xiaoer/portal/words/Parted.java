package io.xiaoer.portal.words;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableFunction;
import java.util.List;

/** Many things, of which some are shown at first and some more each time somebody asks for them. */
public final class Parted<T> extends Div {

    private static final long serialVersionUID = 1L;

    private final transient List<T> all;
    private final int atOnce;
    private final HasComponents room;
    private final SerializableFunction<T, ? extends Component> line;
    private int shown;

    /**
     * @param room where they are shown
     * @param line shows one of them; called once it is to be seen
     */
    public <R extends Component & HasComponents> Parted(
            R room, List<T> all, int atOnce, SerializableFunction<T, ? extends Component> line) {
        this.all = List.copyOf(all);
        this.atOnce = atOnce;
        this.room = room;
        this.line = line;
        add(room);
        showMore();
    }

    private void showMore() {
        int to = Math.min(all.size(), shown + atOnce);
        all.subList(shown, to).forEach(one -> room.add(line.apply(one)));
        shown = to;
        if (to < all.size()) {
            Button more = new Button(getTranslation("words.more", all.size() - to));
            more.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            more.addClickListener(click -> {
                remove(more);
                showMore();
            });
            add(more);
        }
    }
}
