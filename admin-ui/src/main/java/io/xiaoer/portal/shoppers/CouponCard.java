package io.xiaoer.portal.shoppers;

import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.xiaoer.portal.frame.Ago;
import io.xiaoer.shopdata.Coupon;
import java.time.ZoneId;
import java.util.Locale;

/** A coupon, what it is worth and until when. */
class CouponCard extends Article {

    private static final long serialVersionUID = 1L;

    CouponCard(Coupon coupon, ZoneId zone) {
        addClassNames("card", "order");
        Span name = new Span(coupon.name());
        name.addClassName("order-number");
        Span status = new Span(
                getTranslation("shopper.coupon.status." + coupon.status().name().toLowerCase(Locale.ROOT)));
        status.addClassName("badge");
        if (coupon.status() == Coupon.Status.UNUSED) {
            status.addClassName("badge-full");
        }
        Div head = new Div(name, status);
        head.addClassName("order-head");
        add(head, new Div(worth(coupon)));
        if (coupon.validTo() != null) {
            Div until = new Div(getTranslation("shopper.coupon.until", Ago.time(coupon.validTo(), zone)));
            until.addClassName("hint");
            add(until);
        }
        add(Sources.line(this, coupon.freshness(), zone));
    }

    private String worth(Coupon coupon) {
        String value = coupon.value().stripTrailingZeros().toPlainString();
        String off = getTranslation(
                coupon.kind() == Coupon.Kind.PERCENT ? "shopper.coupon.percent" : "shopper.coupon.amount", value);
        return coupon.threshold() == null
                ? off
                : getTranslation("shopper.coupon.over", coupon.threshold().toString(), off);
    }
}
