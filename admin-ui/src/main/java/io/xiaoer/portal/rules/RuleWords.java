package io.xiaoer.portal.rules;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.xiaoer.rules.RuleForm;
import io.xiaoer.rules.RuleParams;
import io.xiaoer.rules.RuleType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what a rule says in one sentence, in the language of the page. */
public final class RuleWords {

    private final Component page;
    private final Map<String, Object> params;

    private RuleWords(Component page, Map<String, Object> params) {
        this.page = page;
        this.params = params;
    }

    public static String title(Component page, String type) {
        return page.getTranslation(known(type) ? "rules.type." + type : "rules.type.other");
    }

    public static VaadinIcon picture(String type) {
        return switch (type) {
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

    /** Empty when the rule is of a type that there is not. */
    public static String text(Component page, String type, Map<String, Object> params) {
        return new RuleWords(page, params).say(type);
    }

    static String text(Component page, RuleType type, RuleParams params) {
        return text(page, type.key(), RuleForm.write(params));
    }

    private static boolean known(String type) {
        return RuleType.of(type).isPresent();
    }

    private String say(String type) {
        return switch (type) {
            case "threshold-promotion" ->
                sentence(
                        join(list("tiers").stream()
                                .map(tier -> (Map<?, ?>) tier)
                                .map(tier -> words("rules.say.tier", money(tier.get("over")), money(tier.get("off"))))
                                .toList()),
                        words(flag("stackWithCoupons") ? "rules.say.with-coupons" : "rules.say.no-coupons"),
                        excluded());
            case "coupon-stacking" ->
                flag("allowed")
                        ? sentence(words("rules.say.coupons.many", text("maxPerOrder")))
                        : sentence(words("rules.say.coupons.one"));
            case "exchange", "return" ->
                sentence(
                        words("rules.say." + type + ".days", text("windowDays")),
                        flag("requireUnopened") ? words("rules.say.unopened") : "",
                        flag("packagingRequired") ? words("rules.say.packaging") : "",
                        words("rules.say.freight." + text("freightPaidBy")),
                        excluded());
            case "price-protection" -> sentence(words("rules.say.price-protection.days", text("days")));
            case "shipping-fee" ->
                sentence(
                        words("rules.say.shipping-fee.fee", money(params.get("fee"))),
                        params.containsKey("freeOver")
                                ? words("rules.say.shipping-fee.free", money(params.get("freeOver")))
                                : "",
                        params.containsKey("remoteFee")
                                ? words(
                                        "rules.say.shipping-fee.remote",
                                        texts("remoteRegions"),
                                        money(params.get("remoteFee")))
                                : "");
            case "dispatch" ->
                sentence(
                        words("rules.say.dispatch.hours", text("withinHours")),
                        params.containsKey("cutOff") ? words("rules.say.dispatch.cut-off", text("cutOff")) : "");
            case "presale" -> sentence(words("rules.say.presale.days", text("shipWithinDays")));
            case "allergy-return" ->
                sentence(
                        words("rules.say.allergy-return.days", text("windowDays")),
                        list("proof").isEmpty() ? "" : words("rules.say.allergy-return.proof", texts("proof")));
            case "fresh-claim" -> sentence(words("rules.say.fresh-claim.hours", text("withinHours")));
            case "delivery-promise" ->
                sentence(
                        words(
                                "rules.say.delivery-promise.hours",
                                list("regions").isEmpty() ? words("rules.say.everywhere") : texts("regions"),
                                text("hours")),
                        flag("coldChain") ? words("rules.say.cold-chain") : "");
            case "new-customer-gift" -> sentence(text("gift"), text("how"));
            case "member-benefits" -> levels();
            case "invoice" -> sentence(words("rules.say.invoice.kinds", texts("kinds")), text("how"));
            default -> "";
        };
    }

    private String levels() {
        if (!(params.get("levels") instanceof Map<?, ?> levels)) {
            return "";
        }
        List<String> said = new ArrayList<>();
        levels.forEach((level, benefits) -> said.add(words(
                "rules.say.member-benefits.level",
                String.valueOf(level),
                benefits instanceof List<?> many ? join(many) : String.valueOf(benefits))));
        return sentence(said.toArray(String[]::new));
    }

    private String excluded() {
        return list("excludeCategories").isEmpty() ? "" : words("rules.say.excluded", texts("excludeCategories"));
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
                : String.join(page.getTranslation("rules.say.joint"), said) + page.getTranslation("rules.say.end");
    }

    private String join(List<?> items) {
        return String.join(
                page.getTranslation("rules.say.and"),
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
