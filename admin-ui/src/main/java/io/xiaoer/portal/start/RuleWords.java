package io.xiaoer.portal.start;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.xiaoer.onboarding.HouseRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says a rule's sample values in plain words, in the language of the page. */
final class RuleWords {

    private final Component page;
    private final Map<String, Object> params;

    private RuleWords(Component page, HouseRule rule) {
        this.page = page;
        this.params = rule.params();
    }

    static String title(Component page, HouseRule rule) {
        return page.getTranslation(known(rule.type()) ? "start.rule." + rule.type() : "start.rule.other");
    }

    static VaadinIcon picture(HouseRule rule) {
        return switch (rule.type()) {
            case "threshold-promotion" -> VaadinIcon.TAG;
            case "coupon-stacking" -> VaadinIcon.TICKET;
            case "exchange" -> VaadinIcon.EXCHANGE;
            case "return" -> VaadinIcon.ROTATE_LEFT;
            case "price-protection" -> VaadinIcon.SHIELD;
            case "shipping-fee" -> VaadinIcon.PACKAGE;
            case "dispatch", "delivery-promise" -> VaadinIcon.TRUCK;
            case "presale" -> VaadinIcon.HOURGLASS;
            case "allergy-return" -> VaadinIcon.DOCTOR;
            case "fresh-claim" -> VaadinIcon.CAMERA;
            case "new-customer-gift" -> VaadinIcon.GIFT;
            case "member-benefits" -> VaadinIcon.STAR_O;
            case "invoice" -> VaadinIcon.INVOICE;
            default -> VaadinIcon.CLIPBOARD_TEXT;
        };
    }

    /** Empty when the rule is of a kind that has no words yet. */
    static String text(Component page, HouseRule rule) {
        return new RuleWords(page, rule).say(rule.type());
    }

    private static boolean known(String type) {
        return picture(new HouseRule(type, "", Map.of(), List.of())) != VaadinIcon.CLIPBOARD_TEXT;
    }

    private String say(String type) {
        return switch (type) {
            case "threshold-promotion" ->
                sentence(
                        join(list("tiers").stream()
                                .map(tier -> (Map<?, ?>) tier)
                                .map(tier -> words("start.rule.tier", money(tier.get("over")), money(tier.get("off"))))
                                .toList()),
                        words(flag("stackWithCoupons") ? "start.rule.with-coupons" : "start.rule.no-coupons"),
                        excluded());
            case "coupon-stacking" ->
                flag("allowed")
                        ? sentence(words("start.rule.coupons.many", text("maxPerOrder")))
                        : sentence(words("start.rule.coupons.one"));
            case "exchange", "return" ->
                sentence(
                        words("start.rule." + type + ".days", text("windowDays")),
                        flag("requireUnopened") ? words("start.rule.unopened") : "",
                        words("start.rule.freight." + text("freightPaidBy")),
                        excluded());
            case "price-protection" -> sentence(words("start.rule.price-protection.days", text("days")));
            case "shipping-fee" ->
                sentence(
                        words("start.rule.shipping-fee.fee", money(params.get("fee"))),
                        params.containsKey("freeOver")
                                ? words("start.rule.shipping-fee.free", money(params.get("freeOver")))
                                : "",
                        params.containsKey("remoteFee")
                                ? words(
                                        "start.rule.shipping-fee.remote",
                                        texts("remoteRegions"),
                                        money(params.get("remoteFee")))
                                : "");
            case "dispatch" ->
                sentence(
                        words("start.rule.dispatch.hours", text("withinHours")),
                        params.containsKey("cutOff") ? words("start.rule.dispatch.cut-off", text("cutOff")) : "");
            case "presale" -> sentence(words("start.rule.presale.days", text("shipWithinDays")));
            case "allergy-return" ->
                sentence(
                        words("start.rule.allergy-return.days", text("windowDays")),
                        list("proof").isEmpty() ? "" : words("start.rule.allergy-return.proof", texts("proof")));
            case "fresh-claim" -> sentence(words("start.rule.fresh-claim.hours", text("withinHours")));
            case "delivery-promise" ->
                sentence(words("start.rule.delivery-promise.hours", texts("regions"), text("hours")));
            case "new-customer-gift" -> sentence(text("gift"), text("how"));
            case "member-benefits" -> levels();
            case "invoice" -> sentence(words("start.rule.invoice.kinds", texts("kinds")), text("how"));
            default -> "";
        };
    }

    private String levels() {
        if (!(params.get("levels") instanceof Map<?, ?> levels)) {
            return "";
        }
        List<String> said = new ArrayList<>();
        levels.forEach((level, benefits) -> said.add(words(
                "start.rule.member-benefits.level",
                String.valueOf(level),
                benefits instanceof List<?> many ? join(many) : String.valueOf(benefits))));
        return sentence(said.toArray(String[]::new));
    }

    private String excluded() {
        return list("excludeCategories").isEmpty() ? "" : words("start.rule.excluded", texts("excludeCategories"));
    }

    private String words(String key, Object... parameters) {
        return page.getTranslation(key, parameters);
    }

    /** Parts that are there, as one sentence. */
    private String sentence(String... parts) {
        List<String> said = new ArrayList<>();
        for (String part : parts) {
            String bare = part.strip().replaceAll("[。.]$", "");
            if (!bare.isEmpty()) {
                said.add(bare);
            }
        }
        return said.isEmpty()
                ? ""
                : String.join(page.getTranslation("start.rule.joint"), said) + page.getTranslation("start.rule.end");
    }

    private String join(List<?> items) {
        return String.join(
                page.getTranslation("start.rule.and"),
                items.stream().map(String::valueOf).toList());
    }

    private String texts(String name) {
        return join(list(name));
    }

    private List<?> list(String name) {
        return params.get(name) instanceof List<?> list ? list : List.of();
    }

    private boolean flag(String name) {
        return Boolean.TRUE.equals(params.get(name));
    }

    private String text(String name) {
        Object value = params.get(name);
        return value == null ? "" : String.valueOf(value);
    }

    /** Without cents that are none. */
    private static String money(@Nullable Object amount) {
        return amount == null ? "" : String.valueOf(amount).replaceAll("\\.00$", "");
    }
}
