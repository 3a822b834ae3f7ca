package io.xiaoer.portal.connect;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.xiaoer.connectors.Fault;
import io.xiaoer.connectors.LookupTrial;
import io.xiaoer.connectors.LookupTrial.Item;
import tools.jackson.databind.JsonNode;

/** What a look-up on trial brought: records with what is personal masked, or what went wrong and what to do. */
class TrialResult extends Div {

    private static final long serialVersionUID = 1L;

    TrialResult(ConnectView view, LookupTrial trial) {
        setId("test-result");
        Fault.Code fault = trial.fault();
        if (fault != null) {
            Div wrong = new Div(
                    new Paragraph(view.getTranslation("connect.fault." + fault.key())),
                    new Paragraph(view.getTranslation("connect.fault." + fault.key() + ".do")));
            if (trial.detail() != null) {
                Paragraph detail = new Paragraph(trial.detail());
                detail.addClassName("hint");
                wrong.add(detail);
            }
            wrong.addClassNames("failure", "connect-wrong");
            add(wrong);
        }
        if (fault == null || !trial.items().isEmpty()) {
            Paragraph sum = new Paragraph(
                    trial.items().isEmpty()
                            ? view.getTranslation("connect.test.nothing", trial.millis())
                            : view.getTranslation(
                                    "connect.test.arrived", trial.items().size(), trial.millis()));
            if (fault == null) {
                sum.addClassName("connect-good");
            }
            add(sum);
            UnorderedList items = new UnorderedList();
            items.addClassName("connect-items");
            trial.items().forEach(item -> items.add(line(view, item)));
            add(items);
        }
    }

    private static ListItem line(ConnectView view, Item item) {
        Span name = new Span(kind(view, item) + " " + (item.id() == null ? "—" : item.id()));
        name.addClassName("connect-item-name");
        Span outcome = new Span(view.getTranslation("connect.outcome." + item.outcome()));
        outcome.addClassName("badge");
        if (!item.outcome().equals("rejected")) {
            outcome.addClassName("badge-full");
        }
        Div head = new Div(name, outcome);
        head.addClassName("connect-item");
        ListItem line = new ListItem(head);
        Rejections.of(view, item.errors()).forEach(text -> {
            Paragraph reason = new Paragraph(text);
            reason.addClassName("hint");
            line.add(reason);
        });
        JsonNode data = item.data();
        if (data != null) {
            line.add(new NativeDetails(view.getTranslation("connect.test.data"), new Pre(data.toPrettyString())));
        }
        return line;
    }

    private static String kind(ConnectView view, Item item) {
        String kind = item.kind();
        if (kind == null) {
            return "—";
        }
        return switch (kind) {
            case "customers", "products", "orders", "aftersales", "coupons" ->
                view.getTranslation("connect.kind." + kind);
            default -> kind;
        };
    }
}
