package io.xiaoer.portal.embed;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import io.xiaoer.bots.Theme;
import io.xiaoer.bots.Theme.Launcher;
import io.xiaoer.bots.Theme.Position;
import io.xiaoer.bots.Theme.Radius;
import io.xiaoer.bots.Theme.Scheme;
import io.xiaoer.portal.words.Typing;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the widget looks, as fields. */
class LookFields extends Div {

    private static final long serialVersionUID = 1L;

    private static final String STANDARD_COLOUR = "#d6336c";

    private final TextField title = new TextField();
    private final TextField colour = new TextField();
    private final Input picker = new Input();
    private final TextField avatar = new TextField();
    private final RadioButtonGroup<Radius> radius = choices("radius", Radius.values());
    private final RadioButtonGroup<Position> position = choices("position", Position.values());
    private final RadioButtonGroup<Launcher> launcher = choices("launcher", Launcher.values());
    private final RadioButtonGroup<Scheme> scheme = choices("scheme", Scheme.values());
    private String lastColour;

    LookFields(Theme theme, boolean readOnly) {
        addClassName("form");
        title.setLabel(getTranslation("embed.chat-title"));
        title.setId("chat-title");
        title.setMaxLength(40);
        colour.setLabel(getTranslation("embed.colour"));
        colour.setId("colour");
        picker.setType("color");
        picker.addClassName("embed-picker");
        picker.getElement().setAttribute("aria-label", getTranslation("embed.colour"));
        picker.setEnabled(!readOnly);
        picker.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                colour.setValue(change.getValue());
            }
        });
        colour.setPrefixComponent(picker);
        avatar.setLabel(getTranslation("embed.avatar"));
        avatar.setId("avatar");
        avatar.setPlaceholder("https://");
        avatar.setHelperText(getTranslation("embed.avatar.help"));
        launcher.setHelperText(getTranslation("embed.launcher.help"));

        lastColour = theme.primaryColor() == null ? STANDARD_COLOUR : theme.primaryColor();
        title.setValue(theme.title() == null ? "" : theme.title());
        colour.setValue(lastColour);
        picker.setValue(lastColour);
        avatar.setValue(theme.avatarUrl() == null ? "" : theme.avatarUrl());
        radius.setValue(theme.radius());
        position.setValue(theme.position());
        launcher.setValue(theme.launcher());
        scheme.setValue(theme.scheme());
        colour.addValueChangeListener(change -> {
            if (isColour(change.getValue())) {
                lastColour = change.getValue();
                picker.setValue(change.getValue());
            }
        });
        List.of(title, colour, avatar).forEach(Typing::reacts);
        all().forEach(field -> field.setReadOnly(readOnly));
        add(title, colour, avatar, radius, position, launcher, scheme);
    }

    private List<HasValue<?, ?>> all() {
        return List.of(title, colour, avatar, radius, position, launcher, scheme);
    }

    private <T extends Enum<T>> RadioButtonGroup<T> choices(String name, T[] values) {
        RadioButtonGroup<T> group = new RadioButtonGroup<>();
        group.setLabel(getTranslation("embed." + name));
        group.setId(name);
        group.setItems(values);
        group.setItemLabelGenerator(
                choice -> getTranslation("embed." + name + "." + choice.name().toLowerCase(Locale.ROOT)));
        return group;
    }

    /** Fields by the names that a problem calls them. */
    Map<String, HasValidationProperties> named() {
        return Map.of("theme.title", title, "theme.primaryColor", colour, "theme.avatarUrl", avatar);
    }

    void onChange(Runnable changed) {
        all().forEach(field -> field.addValueChangeListener(change -> changed.run()));
    }

    /** What the header says when nothing is typed. */
    void standIn(String name) {
        title.setPlaceholder(name);
    }

    /** What the fields say, right or wrong. */
    Theme theme() {
        return theme(colour.getValue(), filled(avatar.getValue()));
    }

    /** What of it can be drawn: while someone is typing a colour, it is the one before. */
    Theme drawable() {
        String picture = filled(avatar.getValue());
        return theme(lastColour, picture != null && picture.startsWith("https://") ? picture : null);
    }

    private Theme theme(String primary, @Nullable String picture) {
        return new Theme(
                primary,
                picture,
                filled(title.getValue()),
                radius.getValue(),
                position.getValue(),
                launcher.getValue(),
                scheme.getValue());
    }

    private static boolean isColour(String text) {
        return text.matches("#[0-9a-fA-F]{6}");
    }

    private static @Nullable String filled(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
