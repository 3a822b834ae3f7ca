package io.xiaoer.rehearsal.internal;

import io.xiaoer.rules.RuleType;
import java.util.List;

/** By what an entry has to do with a rule: the facts it needs, and the words it speaks in. */
record Subjects(List<String> needs, List<String> words) {

    static Subjects of(RuleType type) {
        return switch (type) {
            case THRESHOLD_PROMOTION -> new Subjects(List.of("promotion"), List.of("满减", "凑单", "优惠活动"));
            case COUPON_STACKING -> new Subjects(List.of("coupon"), List.of("叠加", "优惠券", "用券"));
            case EXCHANGE -> new Subjects(List.of("exchange"), List.of("换货", "退换", "可以换", "能换", "包换", "调换"));
            case RETURN -> new Subjects(List.of("return"), List.of("退货", "退换", "无理由", "可以退", "能退", "包退"));
            case PRICE_PROTECTION -> new Subjects(List.of("price-protection"), List.of("价保", "保价", "差价", "降价"));
            case SHIPPING_FEE -> new Subjects(List.of("shipping-fee"), List.of("运费", "包邮", "免邮", "邮费"));
            case DISPATCH -> new Subjects(List.of("order", "logistics"), List.of("发货", "发出", "寄出"));
            case DELIVERY_PROMISE -> new Subjects(List.of("delivery-promise"), List.of("送达", "多久到", "几天到", "能到"));
            case PRESALE -> new Subjects(List.of("presale"), List.of("预售"));
            case FRESH_CLAIM -> new Subjects(List.of("fresh-claim"), List.of("坏果", "坏了", "包赔", "赔付", "报损"));
            case ALLERGY_RETURN -> new Subjects(List.of("allergy-return"), List.of("过敏"));
            case NEW_CUSTOMER_GIFT -> new Subjects(List.of("new-customer-gift"), List.of("新人", "新客", "首单"));
            case MEMBER_BENEFITS -> new Subjects(List.of("member"), List.of("会员"));
            case INVOICE -> new Subjects(List.of("invoice"), List.of("发票", "开票"));
        };
    }
}
