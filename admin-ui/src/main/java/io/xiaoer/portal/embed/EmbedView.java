package io.xiaoer.portal.embed;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import io.xiaoer.bots.Bot;
import io.xiaoer.bots.BotChange;
import io.xiaoer.bots.Bots;
import io.xiaoer.bots.Fallback;
import io.xiaoer.bots.Theme;
import io.xiaoer.portal.frame.ChatLinks;
import io.xiaoer.portal.frame.MainLayout;
import io.xiaoer.portal.frame.Messages;
import io.xiaoer.portal.frame.Place;
import io.xiaoer.portal.frame.Roles;
import io.xiaoer.portal.frame.ShopContext;
import io.xiaoer.portal.frame.ShopView;
import io.xiaoer.portal.words.Chips;
import io.xiaoer.rollout.Rollout;
import io.xiaoer.rollout.Rollouts;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenancy.Permission;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Links and snippets for shoppers and staff, and the bot's live settings. */
@Route(value = "embed", layout = MainLayout.class)
@RolesAllowed({Roles.OWNER, Roles.EDITOR, Roles.AGENT, Roles.VIEWER})
@StyleSheet("context://css/embed.css")
class EmbedView extends ShopView<EmbedView.Data> {

    private static final long serialVersionUID = 1L;

    private final transient Bots bots;
    private final transient Rollouts rollouts;

    /** All that the view shows. */
    record Data(Bot bot, Rollout rollout) {}

    EmbedView(ShopContext shop, Bots bots, Rollouts rollouts) {
        super(shop, "embed");
        this.bots = bots;
        this.rollouts = rollouts;
    }

    @Override
    protected Data read(Place place) {
        Bot bot = shop.bot(place);
        return new Data(bot, rollouts.get(bot.id()));
    }

    @Override
    protected void show(Data data) {
        Div head = new Div(new Div(new H1(title()), new Paragraph(getTranslation("embed.lead"))));
        head.addClassName("view-head");
        Div cards = new Div();
        cards.addClassName("embed-cards");
        add(head, cards);
        getUI().ifPresent(ui -> ui.getPage().fetchCurrentURL(url -> {
            ChatLinks links =
                    ChatLinks.of(url, data.bot().widgetKey(), data.rollout().staffCode());
            cards.add(links(links), snippets(data.bot(), links));
            cards.add(settings(data.bot()), staff(data));
        }));
    }

    private Component links(ChatLinks links) {
        Anchor try1 = new Anchor(links.staff(), getTranslation("embed.open-as-staff"), AnchorTarget.BLANK);
        try1.setId("try-as-staff");
        try1.addClassNames("action", "action-primary");
        Anchor open = new Anchor(links.shoppers(), getTranslation("embed.open"), AnchorTarget.BLANK);
        open.addClassName("action");
        Div actions = new Div(try1, open);
        actions.addClassName("actions");
        return card(
                "embed.links",
                Messages.copyable(this, getTranslation("embed.staff-link"), links.staff()),
                Messages.copyable(this, getTranslation("embed.chat-link"), links.shoppers()),
                actions);
    }

    private Component snippets(Bot bot, ChatLinks links) {
        Paragraph later = new Paragraph(getTranslation("embed.bubble-later"));
        later.addClassName("hint");
        String name = bot.theme().title() == null ? bot.name() : bot.theme().title();
        return card(
                "embed.snippets",
                Messages.copyable(this, getTranslation("embed.snippet.frame"), Snippets.frame(links.shoppers(), name)),
                Messages.copyable(
                        this,
                        getTranslation("embed.snippet.link"),
                        Snippets.link(links.shoppers(), getTranslation("embed.snippet.link.text"))),
                later);
    }

    private Component settings(Bot bot) {
        TextField name = new TextField(getTranslation("embed.name"));
        name.setId("bot-name");
        name.setMaxLength(60);
        name.setValue(bot.name());
        TextField title = new TextField(getTranslation("embed.chat-title"));
        title.setMaxLength(40);
        title.setPlaceholder(bot.name());
        title.setValue(bot.theme().title() == null ? "" : bot.theme().title());
        TextField colour = new TextField(getTranslation("embed.colour"));
        colour.setId("colour");
        colour.getElement().executeJs("this.inputElement && (this.inputElement.type = 'color')");
        colour.setValue(
                bot.theme().primaryColor() == null ? "#d6336c" : bot.theme().primaryColor());
        Chips origins = new Chips(getTranslation("embed.origins"));
        origins.setId("origins");
        origins.setHelperText(getTranslation("embed.origins.help"));
        origins.setTexts(bot.allowedOrigins());
        RadioButtonGroup<Fallback.Kind> kind = new RadioButtonGroup<>(getTranslation("embed.fallback"));
        kind.setItems(Fallback.Kind.values());
        kind.setItemLabelGenerator(
                choice -> getTranslation("embed.fallback." + choice.name().toLowerCase(Locale.ROOT)));
        kind.setHelperText(getTranslation("embed.fallback.help"));
        TextField url = new TextField(getTranslation("embed.fallback.url"));
        url.setPlaceholder("https://");
        url.setValue(bot.fallback().url() == null ? "" : bot.fallback().url());
        TextArea text = new TextArea(getTranslation("embed.fallback.say"));
        text.setMaxLength(500);
        text.setValue(bot.fallback().text() == null ? "" : bot.fallback().text());
        kind.addValueChangeListener(change -> {
            url.setVisible(change.getValue() == Fallback.Kind.LINK);
            text.setVisible(change.getValue() != Fallback.Kind.PERSON);
        });
        url.setVisible(false);
        text.setVisible(false);
        kind.setValue(bot.fallback().kind());

        Map<String, HasValidationProperties> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.put("theme.title", title);
        fields.put("theme.primaryColor", colour);
        fields.put("allowedOrigins", origins);
        fields.put("fallback.url", url);
        fields.put("fallback.text", text);
        name.setManualValidation(true);
        title.setManualValidation(true);
        colour.setManualValidation(true);
        origins.setManualValidation(true);
        url.setManualValidation(true);
        text.setManualValidation(true);

        Section card = card("embed.settings", name, title, colour, origins, kind, url, text);
        boolean mayEdit = shop.may(Permission.EDIT);
        for (HasValue<?, ?> field : List.<HasValue<?, ?>>of(name, title, colour, origins, kind, url, text)) {
            field.setReadOnly(!mayEdit);
        }
        if (mayEdit) {
            Button save = new Button(getTranslation("common.save"), click -> {
                Theme theme = new Theme(colour.getValue(), bot.theme().avatarUrl(), filled(title.getValue()));
                Fallback fallback = new Fallback(
                        kind.getValue(),
                        kind.getValue() == Fallback.Kind.LINK ? filled(url.getValue()) : null,
                        kind.getValue() == Fallback.Kind.PERSON ? null : filled(text.getValue()));
                save(
                        bot,
                        new BotChange(name.getValue(), null, theme, origins.texts(), fallback, bot.version()),
                        fields);
            });
            save.setId("save-settings");
            save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            card.add(save);
        }
        return card;
    }

    private void save(Bot before, BotChange change, Map<String, HasValidationProperties> fields) {
        fields.values().forEach(field -> field.setInvalid(false));
        attempt(
                () -> bots.change(before.id(), change),
                saved -> {
                    Messages.undoable(
                            this,
                            getTranslation("embed.saved"),
                            () -> attempt(() -> bots.change(before.id(), back(before, saved)), undone -> refresh()));
                    refresh();
                },
                problem -> mark(problem, fields));
    }

    private static BotChange back(Bot before, Bot saved) {
        return new BotChange(
                before.name(),
                before.placement(),
                before.theme(),
                before.allowedOrigins(),
                before.fallback(),
                saved.version());
    }

    /** Shows what is wrong where it is wrong. */
    private boolean mark(Problem problem, Map<String, HasValidationProperties> fields) {
        if (problem.code() != Code.INVALID_INPUT) {
            return false;
        }
        boolean marked = false;
        for (Problem.FieldError error : problem.errors()) {
            String name = error.field().replaceAll("\\[\\d+]$", "");
            HasValidationProperties field = fields.get(name);
            if (field != null) {
                field.setErrorMessage(getTranslation("embed.error." + name));
                field.setInvalid(true);
                marked = true;
            }
        }
        return marked;
    }

    private Component staff(Data data) {
        Chips staff = new Chips(getTranslation("embed.staff.ids"));
        staff.setId("staff");
        staff.setHelperText(getTranslation("embed.staff.help"));
        staff.setTexts(data.rollout().staff());
        staff.setReadOnly(!shop.may(Permission.EDIT));
        Section card = card("embed.staff", staff);
        if (shop.may(Permission.EDIT)) {
            Button save = new Button(
                    getTranslation("common.save"),
                    click -> attempt(
                            () -> {
                                rollouts.listStaff(data.bot().id(), staff.texts());
                                return staff.texts().size();
                            },
                            count -> Messages.success(getTranslation("embed.staff.saved", count))));
            save.setId("save-staff");
            card.add(save);
        }
        return card;
    }

    private static @Nullable String filled(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private Section card(String key, Component... content) {
        Paragraph lead = new Paragraph(getTranslation(key + ".lead"));
        lead.addClassName("hint");
        Section card = new Section(new H2(getTranslation(key)), lead);
        card.add(content);
        card.addClassName("card");
        return card;
    }
}
