package io.xiaoer.insights.internal;

import io.xiaoer.answering.Fact;
import io.xiaoer.answering.Need;
import io.xiaoer.conversations.HandoverReason;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What owners are told of outcomes, in the shop's language. */
public final class InsightTexts {

    private static final int PERCENT = 100;

    private final boolean english;

    public InsightTexts(String locale) {
        this.english = locale.startsWith("en");
    }

    public String notUnderstood() {
        return english ? "The bot did not know what to say." : "机器人没听懂，或者还没学过这个问题。";
    }

    /** @param missing {@code need:state}; null where nothing is known of it */
    public String dataMissing(@Nullable String missing) {
        String[] parts = missing == null ? new String[0] : missing.split(":", 2);
        Optional<Need> need = parts.length == 2 ? Need.of(parts[0]) : Optional.empty();
        if (need.isEmpty()) {
            return english ? "The bot understood, but could not put an honest answer together." : "听懂了，但答案没能拼出来，先没有乱答。";
        }
        String data = data(need.get());
        return state(parts[1])
                .map(state -> english ? inEnglish(state, data) : inChinese(state, data))
                .orElseGet(() ->
                        english ? "Understood, but there was no " + data + " to go by." : "听懂了，但查不到" + data + "。");
    }

    private static Optional<Fact.State> state(String key) {
        return List.of(Fact.State.values()).stream()
                .filter(state -> state.key().equals(key))
                .findFirst();
    }

    private static String inChinese(Fact.State state, String data) {
        return switch (state) {
            case SIGN_IN -> "听懂了，但顾客没有登录，看不到" + data + "。";
            case NOTHING -> "听懂了，但这位顾客名下没有" + data + "。";
            case NOT_SET -> "听懂了，但店里还没设置" + data + "。";
            case STALE -> "听懂了，但" + data + "太久没更新，不敢照着答。";
            case DOWN -> "听懂了，但店铺系统没有回应，查不到" + data + "。";
            case KNOWN, WHICH, ASK -> "听懂了，但查不到" + data + "。";
        };
    }

    private static String inEnglish(Fact.State state, String data) {
        return switch (state) {
            case SIGN_IN -> "Understood, but the shopper was not signed in, so no " + data + " could be seen.";
            case NOTHING -> "Understood, but this shopper has no " + data + ".";
            case NOT_SET -> "Understood, but the shop has set no " + data + ".";
            case STALE -> "Understood, but the " + data + " had not been updated for too long to be told.";
            case DOWN -> "Understood, but the shop's system did not answer, so there was no " + data + ".";
            case KNOWN, WHICH, ASK -> "Understood, but there was no " + data + " to go by.";
        };
    }

    private String data(Need need) {
        return english
                ? switch (need) {
                    case ORDER -> "order";
                    case LOGISTICS -> "parcel tracking";
                    case EXCHANGE -> "exchange rule";
                    case RETURN -> "return rule";
                    case REFUND -> "refund";
                    case CANCEL -> "order to cancel";
                    case ADDRESS_CHANGE -> "order to readdress";
                    case COUPON -> "coupon";
                    case PROMOTION -> "promotion";
                    case MEMBER -> "membership";
                    case PRESALE -> "presale date";
                    case SHIPPING_FEE -> "shipping fee";
                    case DELIVERY_PROMISE -> "delivery promise";
                    case PRODUCT -> "product";
                    case PRICE_PROTECTION -> "price protection";
                    case FRESH_CLAIM -> "fresh-food claim rule";
                    case ALLERGY_RETURN -> "allergy return rule";
                    case INVOICE -> "invoice rule";
                    case NEW_CUSTOMER_GIFT -> "new customer gift";
                }
                : switch (need) {
                    case ORDER -> "订单";
                    case LOGISTICS -> "物流";
                    case EXCHANGE -> "换货规则";
                    case RETURN -> "退货规则";
                    case REFUND -> "退款进度";
                    case CANCEL -> "可取消的订单";
                    case ADDRESS_CHANGE -> "可改地址的订单";
                    case COUPON -> "优惠券";
                    case PROMOTION -> "满减活动";
                    case MEMBER -> "会员信息";
                    case PRESALE -> "预售发货时间";
                    case SHIPPING_FEE -> "运费规则";
                    case DELIVERY_PROMISE -> "送达时效";
                    case PRODUCT -> "商品信息";
                    case PRICE_PROTECTION -> "价保规则";
                    case FRESH_CLAIM -> "生鲜赔付规则";
                    case ALLERGY_RETURN -> "过敏退货规则";
                    case INVOICE -> "发票规则";
                    case NEW_CUSTOMER_GIFT -> "新客礼";
                };
    }

    public String wrong(boolean unhelpful, boolean askedAgain) {
        if (unhelpful && askedAgain) {
            return english ? "The shopper gave a thumbs down, and asked again in other words." : "顾客点了踩，还换了个说法又问了一遍。";
        }
        if (unhelpful) {
            return english ? "The shopper gave a thumbs down." : "顾客点了踩。";
        }
        return english ? "The shopper asked the same again in other words." : "顾客换了个说法又问了一遍。";
    }

    /** Of several questions: the one reason or the other. */
    public String wrong() {
        return english ? "The shoppers gave a thumbs down, or asked again in other words." : "答了，但顾客点了踩，或者换了个说法又问了一遍。";
    }

    /** Who is a member and has no name. */
    public String nameless(boolean customer, String end) {
        return english ? (customer ? "Customer **" : "Visitor **") + end : (customer ? "顾客 **" : "访客 **") + end;
    }

    String notBegun() {
        return english ? "Not enough yet: no member of the pilot has met this release." : "还不够：参加试运行的顾客还没用到这个版本。";
    }

    /** How far so few can be from the truth. */
    String sure(int trials, double low, double high) {
        return english
                ? "Of " + trials + " counted, the true share is most likely between " + percent(low) + " and "
                        + percent(high) + "."
                : "共 " + trials + " 次，真实水平大概率在 " + percent(low) + " 到 " + percent(high) + " 之间。";
    }

    /** Where it looks good, but hardly anybody has been there. */
    String goodSoFar(int trials) {
        return english
                ? "Good so far, of " + trials + " counted; met once there are enough conversations."
                : "目前看着行（共 " + trials + " 次），会话数够了就算过。";
    }

    String tooFew(int trials, double low, double high) {
        return english
                ? "Not enough yet: with " + trials + ", anything from " + percent(low) + " to " + percent(high)
                        + " is possible, so it cannot be told from the target."
                : "还不够：只有 " + trials + " 次，真实水平在 " + percent(low) + " 到 " + percent(high) + " 都有可能，还分不出有没有达标。";
    }

    String noFeedback() {
        return english ? "Not enough yet: nobody has marked a reply so far." : "还不够：还没有顾客评价过回答。";
    }

    String conversations(int counted, int needed) {
        if (counted >= needed) {
            return english
                    ? "Enough to see big problems; a share can still be off by about " + points(counted)
                            + " points. Small differences need many more."
                    : "看大毛病够了；每项比例还会有大约 ±" + points(counted) + " 个百分点的误差，细小的差别要更多会话才看得出来。";
        }
        return english
                ? "Not enough yet: " + counted + " of " + needed + " conversations."
                : "还不够：" + counted + " 个会话，至少要 " + needed + " 个。";
    }

    /** Half the width of the 95 % interval of a share of 70 %: ±7 for 150. */
    private static long points(int conversations) {
        return Math.round(PERCENT * 1.96 * Math.sqrt(0.7 * 0.3 / conversations));
    }

    String feedback(int marked, int questions) {
        return english
                ? marked + " of " + questions + " replies were marked. Mostly people with a strong opinion do."
                : questions + " 次回答里有 " + marked + " 次被顾客评价。愿意评价的多是特别满意或不满意的人。";
    }

    String reasons(List<String> reasons) {
        return reasons.isEmpty()
                ? ""
                : (english ? " Why: " : "原因：") + String.join(english ? ", " : "、", reasons) + (english ? "." : "。");
    }

    String reason(HandoverReason reason, int times) {
        String named = english
                ? switch (reason) {
                    case ASKED_FOR -> "asked for a person";
                    case UNKNOWN_TWICE -> "unknown twice";
                    case RULE_REFUSES -> "a rule refuses";
                    case DATA_MISSING -> "data missing";
                    case ANGRY -> "angry";
                    case KEYWORD -> "one of the shop's words";
                    case FALLBACK -> "not served";
                }
                : switch (reason) {
                    case ASKED_FOR -> "顾客要找人工";
                    case UNKNOWN_TWICE -> "连续两次没听懂";
                    case RULE_REFUSES -> "规则不允许";
                    case DATA_MISSING -> "查不到数据";
                    case ANGRY -> "顾客生气";
                    case KEYWORD -> "说到转人工的词";
                    case FALLBACK -> "机器人未服务";
                };
        return named + " " + times;
    }

    /** @param browsers with how often each, most often first */
    String browsers(int errors, int conversations, List<String> browsers) {
        if (errors == 0) {
            return english
                    ? "No errors in " + conversations
                            + " conversations. A few conversations cannot prove that there are none."
                    : conversations + " 个会话里没有报错。会话还不多，不代表一定没有问题。";
        }
        String named = String.join(english ? ", " : "、", browsers);
        return english
                ? errors + " errors in " + conversations + " conversations: " + named + "."
                : conversations + " 个会话里报错 " + errors + " 次：" + named + "。";
    }

    String slow(int slow, int turns, @Nullable Double p95Millis) {
        String server = p95Millis == null
                ? ""
                : english
                        ? " The server itself: 95 of 100 replies within " + millis(p95Millis) + "."
                        : "服务器自己算：100 次里有 95 次在 " + millis(p95Millis) + " 内答完。";
        return (english ? slow + " of " + turns + " replies felt slow." : turns + " 次回复里有 " + slow + " 次让顾客觉得慢。")
                + server;
    }

    private String millis(double millis) {
        return millis < 1000
                ? Math.round(millis) + (english ? " ms" : " 毫秒")
                : String.format(Locale.ROOT, english ? "%.1f s" : "%.1f 秒", millis / 1000);
    }

    private static String percent(double share) {
        return Math.round(PERCENT * share) + "%";
    }
}
