package io.xiaoer.portal.members;

import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.Command;
import io.xiaoer.portal.frame.Ago;
import io.xiaoer.tenants.Role;
import io.xiaoer.tenants.TeamMember;
import java.util.Locale;

/** One member of the team. */
class MemberLine extends ListItem {

    private static final long serialVersionUID = 1L;

    private final transient TeamMember member;
    private final Span role = new Span();

    MemberLine(TeamMember member, MembersView.Data data, boolean self) {
        this.member = member;
        getElement().setAttribute("data-email", member.email());
        String shown = member.name() == null ? member.email() : member.name();
        Avatar avatar = new Avatar(shown);
        avatar.addClassName("people-picture");
        Span name = new Span(self ? getTranslation("members.you", shown) : shown);
        name.addClassName("people-name");
        Div names = new Div(name);
        names.addClassName("people-names");
        if (member.name() != null) {
            Span email = new Span(member.email());
            email.addClassName("hint");
            names.add(email);
        }
        Span seen = new Span(
                member.seenAt() == null
                        ? getTranslation("members.joined", Ago.time(member.joinedAt(), data.timeZone()))
                        : getTranslation("members.seen", Ago.text(this, member.seenAt(), data.now(), data.timeZone())));
        seen.addClassName("hint");
        names.add(seen);
        role.setText(text(member.role()));
        role.addClassName("people-role");
        add(avatar, names, role);
    }

    /** @param last whether no owner would be left without this one */
    void letOwnerChange(boolean last, SerializableConsumer<Role> change, Command remove) {
        Select<Role> select = new Select<>();
        select.addClassName("people-role");
        select.setAriaLabel(getTranslation("members.role-of", member.email()));
        select.setItems(Role.values());
        select.setItemLabelGenerator(this::text);
        select.setValue(member.role());
        select.setReadOnly(last);
        select.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                change.accept(event.getValue());
            }
        });
        replace(role, select);
        Button out = new Button(VaadinIcon.TRASH.create(), click -> remove.execute());
        out.addClassName("people-remove");
        out.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        out.setAriaLabel(getTranslation("members.remove-of", member.email()));
        out.setTooltipText(getTranslation(last ? "members.last-owner" : "members.remove-of", member.email()));
        out.setEnabled(!last);
        add(out);
        if (last) {
            select.setTooltipText(getTranslation("members.last-owner"));
        }
    }

    private String text(Role named) {
        return getTranslation("role." + named.name().toLowerCase(Locale.ROOT));
    }
}
