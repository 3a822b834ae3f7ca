package io.xiaoer.portal.shoppers;

import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.xiaoer.portal.frame.Ago;
import io.xiaoer.shopdata.AfterSale;
import java.time.ZoneId;
import java.util.Locale;

/** What a shopper asked for after buying, and how far it is. */
class AfterSaleCard extends Article {

    private static final long serialVersionUID = 1L;

    AfterSaleCard(AfterSale afterSale, ZoneId zone) {
        addClassNames("card", "order");
        Span what = new Span(getTranslation("shopper.aftersale." + word(afterSale.kind())));
        what.addClassName("order-number");
        Span status = new Span(getTranslation("shopper.aftersale.status." + word(afterSale.status())));
        status.addClassName("badge");
        if (afterSale.status() == AfterSale.Status.DONE) {
            status.addClassName("badge-full");
        }
        Div head = new Div(what, status);
        head.addClassName("order-head");
        if (afterSale.amount() != null) {
            Span amount = new Span(afterSale.amount().toString());
            amount.addClassName("order-total");
            head.add(amount);
        }
        add(head, new Div(getTranslation("shopper.order", afterSale.orderId())));
        if (afterSale.reason() != null) {
            add(new Div(getTranslation("shopper.reason", afterSale.reason())));
        }
        if (afterSale.requestedAt() != null) {
            Div at = new Div(getTranslation("shopper.requested", Ago.time(afterSale.requestedAt(), zone)));
            at.addClassName("hint");
            add(at);
        }
        add(Sources.line(this, afterSale.freshness(), zone));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
