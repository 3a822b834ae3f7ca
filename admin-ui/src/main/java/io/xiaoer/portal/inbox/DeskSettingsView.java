package io.xiaoer.portal.inbox;

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
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Route;
import io.xiaoer.conversations.CannedReplies;
import io.xiaoer.conversations.CannedReply;
import io.xiaoer.conversations.DeskSettings;
import io.xiaoer.conversations.OfficeHours;
import io.xiaoer.portal.frame.Crumb;
import io.xiaoer.portal.frame.Dialogs;
import io.xiaoer.portal.frame.MainLayout;
import io.xiaoer.portal.frame.Messages;
import io.xiaoer.portal.frame.Place;
import io.xiaoer.portal.frame.Roles;
import io.xiaoer.portal.frame.ShopContext;
import io.xiaoer.portal.frame.ShopView;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenants.Shops;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When people are at the desk, what brings a shopper to them, and what they say often. */
@Route(value = "inbox-settings", layout = MainLayout.class)
@RolesAllowed({Roles.OWNER, Roles.EDITOR, Roles.AGENT})
@StyleSheet("context://css/inbox.css")
class DeskSettingsView extends ShopView<DeskSettingsView.Data> {

    private static final long serialVersionUID = 1L;

    private final transient OfficeHours hours;
    private final transient CannedReplies canned;
    private final transient Shops shops;

    /** All that the view shows. */
    record Data(DeskSettings settings, List<CannedReply> replies, ZoneId zone) {}

    DeskSettingsView(ShopContext shop, OfficeHours hours, CannedReplies canned, Shops shops) {
        super(shop, "desk");
        this.hours = hours;
        this.canned = canned;
        this.shops = shops;
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb(getTranslation("inbox.title"), "/inbox"), new Crumb(title(), null));
    }

    @Override
    protected Data read(Place place) {
        return new Data(hours.settings(), canned.list(), shops.current().timeZone());
    }

    @Override
    protected void show(Data data) {
        boolean mayEdit = shop.may(Permission.EDIT);
        Div head = new Div(new Div(new H1(title()), new Paragraph(getTranslation("desk.lead"))));
        head.addClassName("view-head");
        add(head);
        if (!mayEdit) {
            Paragraph only = new Paragraph(getTranslation("desk.read-only"));
            only.addClassName("warning");
            add(only);
        }
        add(new DeskForm(data.settings(), data.zone(), mayEdit, this::save), replies(data, mayEdit));
    }

    private void save(DeskForm form) {
        attempt(
                () -> hours.save(form.settings()),
                saved -> {
                    Messages.success(getTranslation("desk.saved"));
                    refresh();
                },
                problem -> problem.code() == Code.INVALID_INPUT && form.shows(problem));
    }

    private Section replies(Data data, boolean mayEdit) {
        Paragraph lead = new Paragraph(getTranslation("desk.canned.lead"));
        lead.addClassName("hint");
        Div head = new Div(new Div(new H2(getTranslation("inbox.canned")), lead));
        head.addClassName("desk-canned-head");
        Section card = new Section(head);
        card.addClassNames("card", "desk-card");
        card.setId("canned-replies");
        if (mayEdit) {
            Button add = new Button(getTranslation("desk.canned.add"), VaadinIcon.PLUS.create(), click -> edit(null));
            add.setId("add-canned");
            head.add(add);
        }
        if (data.replies().isEmpty()) {
            Paragraph nothing = new Paragraph(getTranslation("desk.canned.empty"));
            nothing.addClassName("inbox-nothing");
            card.add(nothing);
            return card;
        }
        UnorderedList lines = new UnorderedList();
        lines.addClassName("desk-canned");
        data.replies().forEach(reply -> lines.add(line(reply, mayEdit)));
        card.add(lines);
        return card;
    }

    private ListItem line(CannedReply reply, boolean mayEdit) {
        Span shortcut = new Span("/" + reply.shortcut());
        shortcut.addClassName("inbox-shortcut");
        Span title = new Span(reply.title());
        title.addClassName("inbox-canned-title");
        Paragraph text = new Paragraph(reply.text());
        text.addClassName("hint");
        Div words = new Div(new Div(shortcut, title), text);
        words.addClassName("desk-canned-words");
        ListItem line = new ListItem(words);
        if (mayEdit) {
            Button edit = new Button(getTranslation("common.edit"), click -> edit(reply));
            Button remove = new Button(getTranslation("common.delete"), click -> remove(reply));
            edit.addThemeVariants(ButtonVariant.LUMO_SMALL);
            remove.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ERROR);
            Div actions = new Div(edit, remove);
            actions.addClassName("actions");
            line.add(actions);
        }
        return line;
    }

    private void edit(@Nullable CannedReply reply) {
        CannedReplyDialog dialog = new CannedReplyDialog(reply);
        dialog.onSave(draft -> attempt(
                () -> reply == null ? canned.add(draft) : canned.change(reply.id(), draft),
                saved -> {
                    dialog.close();
                    Messages.success(getTranslation("desk.canned.saved"));
                    refresh();
                },
                dialog::shows));
        dialog.open();
    }

    private void remove(CannedReply reply) {
        Dialogs.confirmForGood(
                this,
                "desk.canned.remove",
                () -> attempt(
                        () -> {
                            canned.delete(reply.id());
                            return reply;
                        },
                        gone -> {
                            Messages.success(getTranslation("desk.canned.removed"));
                            refresh();
                        }),
                reply.title());
    }
}
