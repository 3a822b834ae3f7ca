package io.xiaoer.portal.account;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Route;
import io.xiaoer.portal.frame.Ago;
import io.xiaoer.portal.frame.Dialogs;
import io.xiaoer.portal.frame.LanguageSwitch;
import io.xiaoer.portal.frame.MainLayout;
import io.xiaoer.portal.frame.Messages;
import io.xiaoer.portal.frame.Place;
import io.xiaoer.portal.frame.Roles;
import io.xiaoer.portal.frame.ShopContext;
import io.xiaoer.portal.frame.ShopView;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenants.Member;
import io.xiaoer.tenants.MemberSession;
import io.xiaoer.tenants.OwnAccount;
import io.xiaoer.tenants.Sessions;
import io.xiaoer.tenants.Shop;
import io.xiaoer.tenants.Shops;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** One's own password, language, and where one is logged in. */
@Route(value = "account", layout = MainLayout.class)
@RolesAllowed({Roles.OWNER, Roles.EDITOR, Roles.AGENT, Roles.VIEWER})
@StyleSheet("context://css/people.css")
class AccountView extends ShopView<AccountView.Data> {

    private static final long serialVersionUID = 1L;

    private final transient OwnAccount account;
    private final transient Sessions sessions;
    private final transient Shops shops;
    private final transient Clock clock;

    /** All that the view shows. */
    record Data(Member me, Shop shop, List<MemberSession> sessions) {}

    AccountView(ShopContext shop, OwnAccount account, Sessions sessions, Shops shops, Clock clock) {
        super(shop, "account");
        this.account = account;
        this.sessions = sessions;
        this.shops = shops;
        this.clock = clock;
    }

    @Override
    protected Data read(Place place) {
        return new Data(account.mine(), shops.current(), sessions.mine());
    }

    @Override
    protected void show(Data data) {
        Div head = new Div(new Div(new H1(title()), new Paragraph(getTranslation("account.lead"))));
        head.addClassName("view-head");
        Div cards = new Div(new Div(me(data), language()), new PasswordCard(this::changePassword));
        cards.addClassName("account-cards");
        add(head, cards, devices(data));
    }

    private Component me(Data data) {
        Member me = data.me();
        Section card = card("account.me");
        if (me.name() != null) {
            card.add(line("account.name", me.name()));
        }
        card.add(
                line("account.email", me.email()),
                line("account.shop", data.shop().name()),
                line("account.role", getTranslation("role." + me.role().name().toLowerCase(Locale.ROOT))));
        return card;
    }

    private Component line(String key, String value) {
        Span label = new Span(getTranslation(key));
        label.addClassName("hint");
        Div line = new Div(label, new Span(value));
        line.addClassName("account-line");
        return line;
    }

    private Component language() {
        Section card = card("account.language");
        card.add(new LanguageSwitch());
        return card;
    }

    private void changePassword(PasswordCard card) {
        attempt(
                () -> {
                    account.changePassword(
                            card.current(), card.chosen(), shop.user().sessionId());
                    return true;
                },
                done -> {
                    Messages.success(getTranslation("account.password.changed"));
                    refresh();
                },
                problem -> mark(card, problem));
    }

    private static boolean mark(PasswordCard card, Problem problem) {
        if (problem.code() == Code.RATE_LIMITED) {
            card.askToWait();
            return true;
        }
        problem.errors().forEach(error -> card.refuse(error.field()));
        return problem.code() == Code.INVALID_INPUT;
    }

    private Component devices(Data data) {
        UUID here = shop.user().sessionId();
        Section card = card("account.devices");
        UnorderedList lines = new UnorderedList();
        lines.addClassName("people-lines");
        lines.setId("sessions");
        data.sessions().stream()
                .sorted(Comparator.comparing(session -> !session.id().equals(here)))
                .forEach(session -> lines.add(device(session, data, here)));
        card.add(lines);
        if (data.sessions().size() > 1) {
            Button others = new Button(
                    getTranslation("account.devices.end-others"),
                    click -> Dialogs.confirm(
                            this,
                            "account.devices.end-others",
                            () -> attempt(() -> sessions.endOthers(here), count -> {
                                Messages.success(getTranslation("account.devices.ended-others", count));
                                refresh();
                            })));
            others.setId("end-others");
            card.add(others);
        }
        return card;
    }

    private ListItem device(MemberSession session, Data data, UUID here) {
        Device device = Device.of(session.device());
        Icon icon = (device.isPhone() ? VaadinIcon.MOBILE : VaadinIcon.DESKTOP).create();
        icon.addClassName("people-picture");
        Span name = new Span(device.isKnown() ? device.text() : getTranslation("account.devices.unknown"));
        name.addClassName("people-name");
        OffsetDateTime now = OffsetDateTime.now(clock);
        Span seen = new Span(getTranslation(
                "account.devices.seen",
                session.address(),
                Ago.text(this, session.seenAt(), now, data.shop().timeZone()),
                Ago.time(session.createdAt(), data.shop().timeZone())));
        seen.addClassName("hint");
        Div names = new Div(name, seen);
        names.addClassName("people-names");
        ListItem line = new ListItem(icon, names);
        if (session.id().equals(here)) {
            Span current = new Span(getTranslation("account.devices.here"));
            current.addClassNames("badge", "badge-full");
            line.add(current);
        } else {
            Button end = new Button(
                    getTranslation("account.devices.end"),
                    click -> attempt(
                            () -> {
                                sessions.end(session.id());
                                return true;
                            },
                            done -> {
                                Messages.success(getTranslation("account.devices.ended"));
                                refresh();
                            },
                            problem -> {
                                refresh();
                                return problem.code() == Code.NOT_FOUND;
                            }));
            end.addThemeVariants(ButtonVariant.LUMO_SMALL);
            line.add(end);
        }
        return line;
    }

    private Section card(String key) {
        Section card = new Section(new H2(getTranslation(key)));
        card.addClassNames("card", "account-card");
        return card;
    }
}
