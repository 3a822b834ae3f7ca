package io.xiaoer.portal.members;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Route;
import io.xiaoer.mail.Carriage;
import io.xiaoer.mail.Letters;
import io.xiaoer.portal.frame.Dialogs;
import io.xiaoer.portal.frame.MainLayout;
import io.xiaoer.portal.frame.Messages;
import io.xiaoer.portal.frame.Place;
import io.xiaoer.portal.frame.Roles;
import io.xiaoer.portal.frame.ShopContext;
import io.xiaoer.portal.frame.ShopView;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenants.Invitation;
import io.xiaoer.tenants.InvitationLink;
import io.xiaoer.tenants.Invitations;
import io.xiaoer.tenants.Members;
import io.xiaoer.tenants.Role;
import io.xiaoer.tenants.Shops;
import io.xiaoer.tenants.TeamMember;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Who is on the team, and who was asked to join it. Owners change it, the others look at it. */
@Route(value = "members", layout = MainLayout.class)
@RolesAllowed({Roles.OWNER, Roles.EDITOR, Roles.AGENT, Roles.VIEWER})
@StyleSheet("context://css/people.css")
class MembersView extends ShopView<MembersView.Data> {

    private static final long serialVersionUID = 1L;

    private final transient Members members;
    private final transient Invitations invitations;
    private final transient Letters letters;
    private final transient Shops shops;
    private final transient Clock clock;

    /** All that the view shows. */
    record Data(List<TeamMember> team, List<Invitation> invited, ZoneId timeZone, OffsetDateTime now) {}

    MembersView(ShopContext shop, Members members, Invitations invitations, Letters letters, Shops shops, Clock clock) {
        super(shop, "members");
        this.members = members;
        this.invitations = invitations;
        this.letters = letters;
        this.shops = shops;
        this.clock = clock;
    }

    @Override
    protected Data read(Place place) {
        return new Data(members.list(), invitations.open(), shops.current().timeZone(), OffsetDateTime.now(clock));
    }

    @Override
    protected void show(Data data) {
        boolean owner = shop.may(Permission.ADMINISTER);
        Div words =
                new Div(new H1(title()), new Paragraph(getTranslation(owner ? "members.lead" : "members.lead.reader")));
        Div head = new Div(words);
        head.addClassName("view-head");
        if (owner) {
            head.add(actions());
        }
        add(head);
        if (owner && letters.carriage() == Carriage.NONE) {
            Div note = new Div(getTranslation("members.no-mail"));
            note.setId("no-mail");
            note.addClassName("warning");
            add(note);
        }
        add(team(data, owner));
        if (!data.invited().isEmpty()) {
            add(invited(data, owner));
        }
        add(roles());
    }

    private Component actions() {
        Div actions = new Div();
        actions.addClassName("actions");
        if (letters.carriage() == Carriage.OUTBOX) {
            Anchor outbox = new Anchor("/outbox", getTranslation("members.outbox"));
            outbox.setId("to-outbox");
            outbox.addClassName("action");
            actions.add(outbox);
        }
        Button invite = new Button(
                getTranslation("members.invite"),
                VaadinIcon.PLUS.create(),
                click -> new InviteDialog(this::invite).open());
        invite.setId("invite");
        invite.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        actions.add(invite);
        return actions;
    }

    private Component team(Data data, boolean owner) {
        long owners =
                data.team().stream().filter(one -> one.role() == Role.OWNER).count();
        UnorderedList lines = new UnorderedList();
        lines.addClassName("people-lines");
        lines.setId("team");
        for (TeamMember one : data.team()) {
            MemberLine line =
                    new MemberLine(one, data, one.id().equals(shop.user().memberId()));
            if (owner) {
                boolean last = one.role() == Role.OWNER && owners == 1;
                line.letOwnerChange(last, role -> askRole(one, role), () -> askRemoval(one));
            }
            lines.add(line);
        }
        return card("members.team", lines);
    }

    private Component invited(Data data, boolean owner) {
        UnorderedList lines = new UnorderedList();
        lines.addClassName("people-lines");
        lines.setId("invitations");
        for (Invitation one : data.invited()) {
            InvitationLine line = new InvitationLine(one, data);
            if (owner) {
                line.letOwnerChange(
                        () -> handOut(() -> invitations.link(one.id()), false),
                        () -> handOut(() -> invitations.resend(one.id()), true),
                        () -> Dialogs.confirmForGood(this, "members.revoke", () -> revoke(one), one.email()));
            }
            lines.add(line);
        }
        return card("members.invited", lines);
    }

    private Component roles() {
        UnorderedList lines = new UnorderedList();
        lines.addClassName("role-lines");
        for (Role role : Role.values()) {
            String key = "role." + role.name().toLowerCase(Locale.ROOT);
            Div name = new Div(getTranslation(key));
            name.addClassName("people-name");
            Div can = new Div(getTranslation("members." + key));
            can.addClassName("hint");
            lines.add(new com.vaadin.flow.component.html.ListItem(name, can));
        }
        return card("members.roles", lines);
    }

    private static Section card(Component heading, Component content) {
        Section card = new Section(heading, content);
        card.addClassNames("card", "people-card");
        return card;
    }

    private Section card(String key, Component content) {
        return card(new H2(getTranslation(key)), content);
    }

    private void askRole(TeamMember one, Role role) {
        if (one.id().equals(shop.user().memberId())) {
            Dialogs.confirm(this, "members.demote-self", () -> changeRole(one, role), name(role));
            // until it is confirmed, the list says what is
            refresh();
        } else {
            changeRole(one, role);
        }
    }

    private void changeRole(TeamMember one, Role role) {
        attempt(
                () -> {
                    members.changeRole(one.id(), role, one.version());
                    return role;
                },
                now -> {
                    if (one.id().equals(shop.user().memberId())) {
                        // one's own pages follow with the next request
                        getUI().ifPresent(ui -> ui.getPage().reload());
                        return;
                    }
                    Messages.undoable(
                            this,
                            getTranslation("members.role-changed", one.email(), name(now)),
                            () -> attempt(
                                    () -> {
                                        members.changeRole(one.id(), one.role(), one.version() + 1);
                                        return one;
                                    },
                                    undone -> refresh()));
                    refresh();
                },
                this::refused);
    }

    private void askRemoval(TeamMember one) {
        boolean self = one.id().equals(shop.user().memberId());
        Dialogs.confirmForGood(
                this,
                self ? "members.leave" : "members.remove",
                () -> attempt(
                        () -> {
                            members.remove(one.id());
                            return one;
                        },
                        gone -> {
                            if (self) {
                                getUI().ifPresent(ui -> ui.getPage().reload());
                                return;
                            }
                            Messages.success(getTranslation("members.removed", one.email()));
                            refresh();
                        },
                        this::refused),
                one.email());
    }

    private boolean refused(Problem problem) {
        refresh();
        if (problem.code() == Code.INVALID_INPUT) {
            Messages.failure(getTranslation("members.last-owner"));
            return true;
        }
        return false;
    }

    private void invite(InviteDialog dialog) {
        attempt(
                () -> invitations.invite(dialog.email(), dialog.role()),
                link -> {
                    dialog.close();
                    refresh();
                    show(link, true);
                },
                problem -> dialog.mark(problem) || isAtALimit(problem));
    }

    /** Says which limit an invitation met, if it met one. */
    private boolean isAtALimit(Problem problem) {
        if (problem.code() != Code.QUOTA_EXCEEDED) {
            return false;
        }
        boolean letters =
                problem.errors().stream().anyMatch(error -> error.field().equals("letters"));
        Messages.failure(getTranslation(letters ? "members.invite.letters" : "members.invite.full"));
        return true;
    }

    private void handOut(Supplier<InvitationLink> link, boolean written) {
        attempt(
                link,
                made -> {
                    refresh();
                    show(made, written);
                },
                problem -> {
                    refresh();
                    return isAtALimit(problem);
                });
    }

    private void show(InvitationLink link, boolean written) {
        Carriage carriage = written ? letters.carriage() : Carriage.NONE;
        String text = switch (carriage) {
            case SMTP -> getTranslation("members.link.sent", link.invitation().email());
            case OUTBOX ->
                getTranslation("members.link.outbox", link.invitation().email());
            case NONE -> getTranslation("members.link.copy", link.invitation().email());
        };
        getUI().ifPresent(ui -> ui.getPage()
                .fetchCurrentURL(here -> new LinkDialog(
                                text, here.getProtocol() + "://" + here.getAuthority() + "/invite/" + link.token())
                        .open()));
    }

    private void revoke(Invitation one) {
        attempt(
                () -> {
                    invitations.revoke(one.id());
                    return one;
                },
                done -> {
                    Messages.success(getTranslation("members.revoked", one.email()));
                    refresh();
                },
                problem -> {
                    refresh();
                    return false;
                });
    }

    private String name(Role role) {
        return getTranslation("role." + role.name().toLowerCase(Locale.ROOT));
    }
}
