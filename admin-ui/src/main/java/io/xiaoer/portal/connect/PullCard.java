package io.xiaoer.portal.connect;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import io.xiaoer.connectors.ApiConnector;
import io.xiaoer.connectors.ApiConnectorChange;
import io.xiaoer.portal.connect.ConnectView.Data;
import io.xiaoer.portal.frame.Messages;
import io.xiaoer.portal.words.FieldProblems;

/** The look-up at question time: whom to ask, and a try that shows what arrives. */
class PullCard extends Section {

    private static final long serialVersionUID = 1L;

    private final TextField url = new TextField();
    private final Checkbox enabled = new Checkbox();
    private final TextField customer = new TextField();
    private final Div result = new Div();

    PullCard(ConnectView view, Data data) {
        addClassName("card");
        setId("pull");
        ApiConnector connector = data.connector();
        Paragraph lead = new Paragraph(view.getTranslation("connect.pull.lead"));
        lead.addClassName("hint");
        add(new H2(view.getTranslation("connect.pull")), lead);

        url.setId("lookup-url");
        url.setLabel(view.getTranslation("connect.pull.url"));
        url.setPlaceholder("https://erp.shop.example/xiaoer/lookup");
        url.setHelperText(view.getTranslation("connect.pull.url.help"));
        url.setWidthFull();
        url.setValue(connector.lookupUrl() == null ? "" : connector.lookupUrl());
        enabled.setId("lookup-enabled");
        enabled.setLabel(view.getTranslation("connect.pull.enabled"));
        // an address that is typed in is meant to be used
        enabled.setValue(connector.enabled() || connector.lookupUrl() == null);
        Button save = new Button(view.getTranslation("common.save"), click -> save(view, connector));
        save.setId("save-lookup");
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(
                url,
                enabled,
                ConnectView.actions(save),
                Messages.copyable(
                        view,
                        view.getTranslation("connect.pull.call"),
                        "POST {\"customerId\": \"c-88\", \"at\": \"2026-11-20T01:30:00Z\"}"),
                Messages.copyable(
                        view,
                        view.getTranslation("connect.pull.answer"),
                        "{\"items\": [{\"kind\": \"orders\", \"id\": \"1001\", \"updatedAt\": \"…\", \"data\": {…}}]}"));
        addTrial(view, connector);
    }

    private void addTrial(ConnectView view, ApiConnector connector) {
        Paragraph lead = new Paragraph(view.getTranslation("connect.test.lead"));
        lead.addClassName("hint");
        customer.setId("test-customer");
        customer.setLabel(view.getTranslation("connect.test.customer"));
        customer.setPlaceholder("c-88");
        customer.setMaxLength(128);
        Button test = new Button(view.getTranslation("connect.test.go"), click -> test(view));
        test.setId("test-lookup");
        test.setEnabled(connector.lookupUrl() != null);
        Div line = new Div(customer, test);
        line.addClassName("connect-test");
        result.addClassName("connect-result");
        result.getElement().setAttribute("aria-live", "polite");
        add(new H3(view.getTranslation("connect.test")), lead, line, result);
    }

    private void save(ConnectView view, ApiConnector connector) {
        FieldProblems.mark(url, null);
        view.save(
                new ApiConnectorChange(url.getValue(), enabled.getValue() && !url.isEmpty(), connector.version()),
                () -> FieldProblems.mark(url, view.getTranslation("connect.pull.url.wrong")));
    }

    private void test(ConnectView view) {
        FieldProblems.mark(customer, null);
        result.removeAll();
        view.test(
                customer.getValue().strip(),
                trial -> result.add(new TrialResult(view, trial)),
                () -> FieldProblems.mark(customer, view.getTranslation("connect.test.customer.wrong")));
    }
}
