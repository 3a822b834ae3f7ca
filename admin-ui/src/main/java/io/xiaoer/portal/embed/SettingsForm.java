package io.xiaoer.portal.embed;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.xiaoer.bots.Bot;
import io.xiaoer.bots.BotChange;
import io.xiaoer.bots.Fallback;
import io.xiaoer.bots.Placement;
import io.xiaoer.portal.words.Chips;
import io.xiaoer.portal.words.Typing;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The bot's live settings as fields. Knows nothing of saving. */
class SettingsForm extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Bot bot;
    private final TextField name = new TextField();
    private final LookFields look;
    private final CheckboxGroup<PageKind> pages = new CheckboxGroup<>();
    private final Chips origins;
    private final RadioButtonGroup<Fallback.Kind> kind = new RadioButtonGroup<>();
    private final TextField url = new TextField();
    private final TextArea text = new TextArea();
    private final LookPreview preview;
    private final Map<String, HasValidationProperties> fields = new LinkedHashMap<>();

    SettingsForm(Bot bot, LookPreview preview, boolean readOnly) {
        this.bot = bot;
        this.preview = preview;
        addClassName("form");
        name.setLabel(getTranslation("embed.name"));
        name.setId("bot-name");
        name.setMaxLength(60);
        Typing.reacts(name);
        look = new LookFields(bot.theme(), readOnly);
        pages.setLabel(getTranslation("embed.pages"));
        pages.setId("pages");
        pages.setItems(PageKind.PRODUCT, PageKind.CART, PageKind.MINE);
        pages.setItemLabelGenerator(page -> getTranslation(page.textKey()));
        pages.setHelperText(getTranslation("embed.pages.help"));
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
        kind.addValueChangeListener(change -> showFallback());

        fields.put("name", name);
        fields.putAll(look.named());
        fields.put("allowedOrigins", origins);
        fields.put("fallback.url", url);
        fields.put("fallback.text", text);
        for (HasValue<?, ?> field : List.<HasValue<?, ?>>of(name, pages, origins, kind, url, text)) {
            field.setReadOnly(readOnly);
        }
        fields.values().forEach(field -> field.setManualValidation(true));
        add(name, look, pages, origins, kind, url, text);
        fill();
        name.addValueChangeListener(change -> preview());
        look.onChange(this::preview);
        preview();
    }

    private void fill() {
        Fallback fallback = bot.fallback();
        name.setValue(bot.name());
        pages.setValue(checked(bot.placement()));
        origins.setTexts(bot.allowedOrigins());
        url.setValue(fallback.url() == null ? "" : fallback.url());
        text.setValue(fallback.text() == null ? "" : fallback.text());
        kind.setValue(fallback.kind());
        showFallback();
    }

    private static Set<PageKind> checked(Placement placement) {
        Set<PageKind> checked = new HashSet<>();
        if (placement.product()) {
            checked.add(PageKind.PRODUCT);
        }
        if (placement.cart()) {
            checked.add(PageKind.CART);
        }
        if (placement.mine()) {
            checked.add(PageKind.MINE);
        }
        return checked;
    }

    private void showFallback() {
        url.setVisible(kind.getValue() == Fallback.Kind.LINK);
        text.setVisible(kind.getValue() != Fallback.Kind.PERSON);
    }

    private void preview() {
        String stand = name.getValue().strip();
        look.standIn(stand);
        preview.show(look.drawable(), stand);
    }

    /** What the fields make of the bot; takes away what was marked as wrong. */
    BotChange change() {
        fields.values().forEach(field -> field.setInvalid(false));
        Fallback fallback = new Fallback(
                kind.getValue(),
                kind.getValue() == Fallback.Kind.LINK ? filled(url.getValue()) : null,
                kind.getValue() == Fallback.Kind.PERSON ? null : filled(text.getValue()));
        Set<PageKind> on = pages.getValue();
        Placement placement =
                new Placement(on.contains(PageKind.PRODUCT), on.contains(PageKind.CART), on.contains(PageKind.MINE));
        return new BotChange(name.getValue(), placement, look.theme(), origins.texts(), fallback, bot.version());
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
