package io.xiaoer.portal.rules;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.Command;
import io.xiaoer.rules.RuleType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of a rule's parameters. */
class ParamsForm extends Div {

    private static final long serialVersionUID = 1L;

    private final transient List<Param> params;

    ParamsForm(RuleType type, Command changed) {
        addClassName("rule-params");
        Params make = new Params(this, changed);
        params = switch (type) {
            case THRESHOLD_PROMOTION ->
                List.of(make.tiers("tiers"), make.tags("excludeCategories"), make.flag("stackWithCoupons"));
            case COUPON_STACKING ->
                List.of(make.flag("allowed"), make.number("maxPerOrder", "rules.unit.coupons", false));
            case EXCHANGE, RETURN ->
                List.of(
                        make.number("windowDays", "rules.unit.days", true),
                        make.flag("requireUnopened"),
                        make.flag("packagingRequired"),
                        make.choice("freightPaidBy", List.of("buyer", "seller")),
                        make.tags("excludeCategories"),
                        make.url("applyUrl"));
            case PRICE_PROTECTION -> List.of(make.number("days", "rules.unit.days", true), make.url("applyUrl"));
            case SHIPPING_FEE ->
                List.of(
                        make.money("fee", true),
                        make.money("freeOver", false),
                        make.tags("remoteRegions"),
                        make.money("remoteFee", false));
            case DISPATCH -> List.of(make.number("withinHours", "rules.unit.hours", true), make.time("cutOff"));
            case DELIVERY_PROMISE ->
                List.of(make.tags("regions"), make.number("hours", "rules.unit.hours", true), make.flag("coldChain"));
            case PRESALE -> List.of(make.number("shipWithinDays", "rules.unit.days", true));
            case FRESH_CLAIM -> List.of(make.number("withinHours", "rules.unit.hours", true), make.url("applyUrl"));
            case ALLERGY_RETURN -> List.of(make.number("windowDays", "rules.unit.days", true), make.tags("proof"));
            case NEW_CUSTOMER_GIFT -> List.of(make.line("gift"), make.lines("how"));
            case MEMBER_BENEFITS -> List.of(make.levels("levels"));
            case INVOICE -> List.of(make.tags("kinds"), make.lines("how"));
        };
        params.forEach(param -> add(param.component()));
    }

    Map<String, Object> read() {
        Map<String, Object> form = new LinkedHashMap<>();
        for (Param param : params) {
            Object value = param.read();
            if (value != null) {
                form.put(param.name(), value);
            }
        }
        return form;
    }

    void write(Map<String, Object> form) {
        params.forEach(param -> param.write(form.get(param.name())));
    }

    /** @param problems by path; none takes all marks away */
    void mark(Map<String, String> problems) {
        params.forEach(param -> param.mark(problems));
    }

    void setReadOnly(boolean readOnly) {
        params.forEach(param -> param.setReadOnly(readOnly));
    }
}
