package io.xiaoer.portal.connect;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.xiaoer.connectors.BridgeGuide;
import io.xiaoer.portal.connect.BridgeView.Data;
import io.xiaoer.portal.frame.Ago;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What leads to a connection and away from it. */
final class BridgeStart {

    private BridgeStart() {}

    /** The steps, the button to the platform's page if it has one, and the keys, which are for whoever has an app of their own if it has. */
    static Component of(BridgeView view, Data data) {
        Section card = card(view.getTranslation("connect.bridge.steps"));
        card.setId("bridge-start");
        OrderedList steps = new OrderedList();
        steps.addClassName("connect-steps");
        data.guide().steps().forEach(step -> steps.add(new ListItem(step)));
        steps.setVisible(!data.guide().steps().isEmpty());
        card.add(steps);
        if (data.status().hasPage()) {
            Button agree = new Button(
                    view.getTranslation("connect.bridge.agree", data.guide().name()), click -> view.agree());
            agree.setId("bridge-agree");
            agree.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            agree.setDisableOnClick(true);
            card.add(ConnectView.actions(agree));
        }
        if (!data.guide().keys().isEmpty()) {
            Component keys = keys(view, data);
            if (data.status().hasPage()) {
                Details own = new Details(view.getTranslation("connect.bridge.own"), keys);
                own.setId("bridge-own");
                card.add(own);
            } else {
                Paragraph lead = new Paragraph(view.getTranslation("connect.bridge.keys"));
                lead.addClassName("hint");
                card.add(lead, keys);
            }
        }
        return card;
    }

    private static Component keys(BridgeView view, Data data) {
        Div form = new Div();
        form.addClassName("connect-keys");
        Map<String, Supplier<String>> values = new LinkedHashMap<>();
        for (BridgeGuide.Key key : data.guide().keys()) {
            if (key.secret()) {
                PasswordField field = new PasswordField(key.label());
                field.setHelperText(key.help() == null ? "" : key.help());
                field.setId("key-" + key.name());
                field.getElement().setAttribute("autocomplete", "off");
                values.put(key.name(), field::getValue);
                form.add(field);
            } else {
                TextField field = new TextField(key.label());
                field.setHelperText(key.help() == null ? "" : key.help());
                field.setId("key-" + key.name());
                field.getElement().setAttribute("autocomplete", "off");
                values.put(key.name(), field::getValue);
                form.add(field);
            }
        }
        Paragraph wrong = new Paragraph();
        wrong.addClassName("failure");
        wrong.getElement().setAttribute("role", "alert");
        wrong.setVisible(false);
        Button connect = new Button(view.getTranslation("connect.bridge.connect"), click -> {
            wrong.setVisible(false);
            Map<String, String> typed = new LinkedHashMap<>();
            values.forEach((name, value) -> typed.put(name, value.get()));
            view.connect(typed, problem -> {
                wrong.setText(view.said(problem));
                wrong.setVisible(true);
            });
        });
        connect.setId("bridge-connect");
        if (!data.status().hasPage()) {
            connect.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        form.add(wrong, ConnectView.actions(connect));
        return form;
    }

    /** Who comes straight from the platform is asked first, since a link may come from anybody. */
    static Component confirmation(BridgeView view, Data data) {
        Section card =
                card(view.getTranslation("connect.bridge.confirm", data.guide().name()));
        card.setId("bridge-confirm");
        Paragraph lead = new Paragraph(view.getTranslation("connect.bridge.confirm.lead"));
        Button yes = new Button(view.getTranslation("connect.bridge.confirm.yes"), click -> view.enter());
        yes.setId("bridge-confirm-yes");
        yes.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        yes.setDisableOnClick(true);
        card.add(lead, ConnectView.actions(yes));
        return card;
    }

    static Component lost(BridgeView view, Data data) {
        OffsetDateTime at = data.status().lostAt();
        Div lost = new Div(view.getTranslation(
                "connect.bridge.lost", data.guide().name(), at == null ? "—" : Ago.time(at, data.zone())));
        lost.addClassName("failure");
        lost.setId("bridge-lost");
        return lost;
    }

    static Component leaving(BridgeView view) {
        Section card = card(view.getTranslation("connect.bridge.leaving"));
        card.add(new Paragraph(view.getTranslation("connect.bridge.leaving.lead")));
        return card;
    }

    static Div leavingOffer(BridgeView view, Data data) {
        Button leave = new Button(
                view.getTranslation("connect.bridge.leave"), click -> new LeaveDialog(view, data.guide()).open());
        leave.setId("bridge-leave");
        leave.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        return ConnectView.actions(leave);
    }

    static Section card(String title) {
        Section card = new Section(new H2(title));
        card.addClassNames("card", "connect-bridge-card");
        return card;
    }
}
