package io.xiaoer.portal.embed;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.xiaoer.bots.Bot;
import io.xiaoer.bots.BotChange;
import io.xiaoer.bots.Fallback;
import io.xiaoer.bots.Theme;
import io.xiaoer.portal.words.Chips;
import io.xiaoer.portal.words.Typing;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bot's live settings as fields. Knows nothing of saving. */
class SettingsForm extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Bot bot;
    private final TextField name = new TextField();
    private final TextField title = new TextField();
    private final TextField colour = new TextField();
    private final Input picker = new Input();
    private final Chips origins;
    private final RadioButtonGroup<Fallback.Kind> kind = new RadioButtonGroup<>();
    private final TextField url = new TextField();
    private final TextArea text = new TextArea();
    private final ChatPreview preview;
    private final Map<String, HasValidationProperties> fields = new LinkedHashMap<>();

    SettingsForm(Bot bot, ChatPreview preview, boolean readOnly) {
        this.bot = bot;
        this.preview = preview;
        addClassName("form");
        name.setLabel(getTranslation("embed.name"));
        name.setId("bot-name");
        name.setMaxLength(60);
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
        origins = new Chips(getTranslation("embed.origins"));
        origins.setId("origins");
        origins.setHelperText(getTranslation("embed.origins.help"));
        kind.setLabel(getTranslation("embed.fallback"));
        kind.setItems(Fallback.Kind.values());
        kind.setItemLabelGenerator(
                choice -> getTranslation("embed.fallback." + choice.name().toLowerCase(Locale.ROOT)));
        kind.setHelperText(getTranslation("embed.fallback.help"));
        url.setLabel(getTranslation("embed.fallback.url"));
        url.setPlaceholder("https://");
        text.setLabel(getTranslation("embed.fallback.say"));
        text.setMaxLength(500);
        for (TextField typed : List.of(name, title, colour)) {
            Typing.reacts(typed);
            typed.addValueChangeListener(change -> preview());
        }
        kind.addValueChangeListener(change -> showFallback());

        fields.put("name", name);
        fields.put("theme.title", title);
        fields.put("theme.primaryColor", colour);
        fields.put("allowedOrigins", origins);
        fields.put("fallback.url", url);
        fields.put("fallback.text", text);
        for (HasValue<?, ?> field : List.<HasValue<?, ?>>of(name, title, colour, origins, kind, url, text)) {
            field.setReadOnly(readOnly);
        }
        fields.values().forEach(field -> field.setManualValidation(true));
        add(name, title, colour, origins, kind, url, text);
        fill();
    }

    private void fill() {
        Theme theme = bot.theme();
        Fallback fallback = bot.fallback();
        name.setValue(bot.name());
        title.setValue(theme.title() == null ? "" : theme.title());
        colour.setValue(theme.primaryColor() == null ? "#d6336c" : theme.primaryColor());
        origins.setTexts(bot.allowedOrigins());
        url.setValue(fallback.url() == null ? "" : fallback.url());
        text.setValue(fallback.text() == null ? "" : fallback.text());
        kind.setValue(fallback.kind());
        showFallback();
        preview();
    }

    private void showFallback() {
        url.setVisible(kind.getValue() == Fallback.Kind.LINK);
        text.setVisible(kind.getValue() != Fallback.Kind.PERSON);
    }

    private void preview() {
        String shown = title.getValue().isBlank() ? name.getValue() : title.getValue();
        title.setPlaceholder(name.getValue());
        preview.show(shown.strip(), colour.getValue());
        if (ChatPreview.isColour(colour.getValue())) {
            picker.setValue(colour.getValue());
        }
    }

    /** What the fields make of the bot; takes away what was marked as wrong. */
    BotChange change() {
        fields.values().forEach(field -> field.setInvalid(false));
        Theme theme = new Theme(colour.getValue(), bot.theme().avatarUrl(), filled(title.getValue()));
        Fallback fallback = new Fallback(
                kind.getValue(),
                kind.getValue() == Fallback.Kind.LINK ? filled(url.getValue()) : null,
                kind.getValue() == Fallback.Kind.PERSON ? null : filled(text.getValue()));
        return new BotChange(name.getValue(), null, theme, origins.texts(), fallback, bot.version());
    }

    /** Shows what is wrong where it is wrong; false if it is about none of the fields. */
    boolean mark(Problem problem) {
        if (problem.code() != Code.INVALID_INPUT) {
            return false;
        }
        boolean marked = false;
        for (Problem.FieldError error : problem.errors()) {
            String field = error.field().replaceAll("\\[\\d+]$", "");
            HasValidationProperties shown = fields.get(field);
            if (shown != null) {
                shown.setErrorMessage(getTranslation("embed.error." + field));
                shown.setInvalid(true);
                marked = true;
            }
        }
        return marked;
    }

    private static @Nullable String filled(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
