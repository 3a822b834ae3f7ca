package io.xiaoer.portal.members;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.Command;
import io.xiaoer.portal.frame.Ago;
import io.xiaoer.tenants.Invitation;
import java.util.Locale;

/** Someone who was asked and has not answered yet. */
class InvitationLine extends ListItem {

    private static final long serialVersionUID = 1L;

    private final boolean expired;

    InvitationLine(Invitation invitation, MembersView.Data data) {
        expired = invitation.isExpired(data.now());
        getElement().setAttribute("data-email", invitation.email());
        Icon icon = VaadinIcon.ENVELOPE_O.create();
        icon.addClassName("people-picture");
        Span email = new Span(invitation.email());
        email.addClassName("people-name");
        Span by = new Span(getTranslation(
                "members.invited-by", invitation.invitedBy(), Ago.time(invitation.createdAt(), data.timeZone())));
        by.addClassName("hint");
        Span until = new Span(
                expired
                        ? getTranslation("members.expired")
                        : getTranslation("members.until", Ago.time(invitation.expiresAt(), data.timeZone())));
        until.addClassName(expired ? "people-expired" : "hint");
        Div names = new Div(email, by, until);
        names.addClassName("people-names");
        Span role = new Span(getTranslation("role." + invitation.role().name().toLowerCase(Locale.ROOT)));
        role.addClassName("people-role");
        add(icon, names, role);
    }

    void letOwnerChange(Command copy, Command resend, Command revoke) {
        Div actions = new Div();
        actions.addClassNames("actions", "people-actions");
        if (!expired) {
            actions.add(button("members.copy-link", copy));
        }
        Button out = button("members.revoke", revoke);
        out.addThemeVariants(ButtonVariant.LUMO_ERROR);
        actions.add(button("members.resend", resend), out);
        add(actions);
    }

    private Button button(String key, Command work) {
        Button button = new Button(getTranslation(key), click -> work.execute());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        button.addClassName(key.replace('.', '-'));
        return button;
    }
}
