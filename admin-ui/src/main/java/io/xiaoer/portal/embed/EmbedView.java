package io.xiaoer.portal.embed;

import com.vaadin.flow.component.Component;
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
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import io.xiaoer.bots.Bot;
import io.xiaoer.bots.BotChange;
import io.xiaoer.bots.Bots;
import io.xiaoer.portal.frame.ChatLinks;
import io.xiaoer.portal.frame.Dialogs;
import io.xiaoer.portal.frame.MainLayout;
import io.xiaoer.portal.frame.Messages;
import io.xiaoer.portal.frame.Place;
import io.xiaoer.portal.frame.QrCode;
import io.xiaoer.portal.frame.Roles;
import io.xiaoer.portal.frame.ShopContext;
import io.xiaoer.portal.frame.ShopView;
import io.xiaoer.portal.words.Chips;
import io.xiaoer.rollout.Rollout;
import io.xiaoer.rollout.Rollouts;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenants.Shops;
import io.xiaoer.tone.Tones;
import jakarta.annotation.security.RolesAllowed;

/** Links and snippets for shoppers and staff, and the bot's live settings. */
@Route(value = "embed", layout = MainLayout.class)
@RolesAllowed({Roles.OWNER, Roles.EDITOR, Roles.AGENT, Roles.VIEWER})
@StyleSheet("context://css/words.css")
@StyleSheet("context://css/embed.css")
class EmbedView extends ShopView<EmbedView.Data> {

    private static final long serialVersionUID = 1L;

    private final transient Bots bots;
    private final transient Rollouts rollouts;
    private final transient Tones tones;
    private final transient Shops shops;

    /** All that the view shows. */
    record Data(Bot bot, Rollout rollout, String greeting, String locale) {}

    EmbedView(ShopContext shop, Bots bots, Rollouts rollouts, Tones tones, Shops shops) {
        super(shop, "embed");
        this.bots = bots;
        this.rollouts = rollouts;
        this.tones = tones;
        this.shops = shops;
    }

    @Override
    protected Data read(Place place) {
        Bot bot = shop.bot(place);
        return new Data(
                bot,
                rollouts.get(bot.id()),
                tones.of(bot.id()).greeting(),
                shops.current().locale());
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
            cards.add(
                    shoppers(links), staffLink(data, links), snippets(data.bot(), links), settings(data), staff(data));
        }));
    }

    private Component shoppers(ChatLinks links) {
        QrCode code = new QrCode(links.shoppers(), getTranslation("embed.shoppers.scan"));
        Anchor print = code.download("xiaoer-chat", getTranslation("embed.shoppers.download"));
        print.setId("download-code");
        return card(
                "embed.shoppers",
                scan(code, words("embed.shoppers.scan"), print),
                Messages.copyable(this, getTranslation("embed.chat-link"), links.shoppers()),
                actions(open(links.shoppers(), "embed.open")));
    }

    private Component staffLink(Data data, ChatLinks links) {
        Anchor open = open(links.staff(), "embed.open-as-staff");
        open.setId("try-as-staff");
        open.addClassName("action-primary");
        Div actions = actions(open);
        if (shop.may(Permission.EDIT)) {
            Button renew = new Button(getTranslation("embed.staff-link.renew"), click -> renew(data.bot()));
            renew.setId("renew-staff-link");
            actions.add(renew);
        }
        return card(
                "embed.staff-link",
                scan(
                        new QrCode(links.staff(), getTranslation("embed.staff-link.scan")),
                        words("embed.staff-link.scan")),
                Messages.copyable(this, getTranslation("embed.staff-link"), links.staff()),
                actions);
    }

    private void renew(Bot bot) {
        Dialogs.confirmForGood(
                this,
                "embed.staff-link",
                () -> attempt(() -> rollouts.renewStaffLink(bot.id()), renewed -> {
                    Messages.success(getTranslation("embed.staff-link.renewed"));
                    refresh();
                }));
    }

    private Component snippets(Bot bot, ChatLinks links) {
        Section card = card("embed.snippets", new SnippetCard(bot, links));
        card.addClassName("embed-wide");
        return card;
    }

    private Component settings(Data data) {
        boolean mayEdit = shop.may(Permission.EDIT);
        LookPreview preview = new LookPreview(data.greeting(), data.locale());
        SettingsForm form = new SettingsForm(data.bot(), preview, !mayEdit);
        if (mayEdit) {
            Button save = new Button(getTranslation("common.save"), click -> save(data.bot(), form));
            save.setId("save-settings");
            save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            form.add(actions(save));
        }
        Div sides = new Div(form, preview);
        sides.addClassName("embed-settings");
        Section card = card("embed.settings", sides);
        card.addClassName("embed-wide");
        return card;
    }

    private void save(Bot before, SettingsForm form) {
        BotChange change = form.change();
        attempt(
                () -> bots.change(before.id(), change),
                saved -> {
                    Messages.undoable(
                            this,
                            getTranslation("embed.saved"),
                            () -> attempt(() -> bots.change(before.id(), back(before, saved)), undone -> refresh()));
                    refresh();
                },
                form::mark);
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
            card.add(actions(save));
        }
        return card;
    }

    private static Component scan(QrCode code, Component... beside) {
        Div words = new Div(beside);
        words.addClassName("embed-scan-words");
        Div scan = new Div(code, words);
        scan.addClassName("embed-scan");
        return scan;
    }

    private Span words(String key) {
        Span words = new Span(getTranslation(key));
        words.addClassName("hint");
        return words;
    }

    private Anchor open(String link, String key) {
        Anchor open = new Anchor(link, getTranslation(key), AnchorTarget.BLANK);
        open.addClassName("action");
        return open;
    }

    private static Div actions(Component... parts) {
        Div actions = new Div(parts);
        actions.addClassName("actions");
        return actions;
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
