package io.xiaoer.answering;

import io.xiaoer.answering.understanding.BgeEmbedder;
import io.xiaoer.releases.ReleaseContent;
import io.xiaoer.releases.ReleasedEntry;
import io.xiaoer.tone.ToneProfile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Small shops to answer for, the real engine loaded once, and an embedder that needs no model. */
public final class AnsweringFixtures {

    public static final Instant NOW = Instant.parse("2026-06-01T04:00:00Z");

    private AnsweringFixtures() {}

    /** The real model with the product's off-topic messages; loaded when first used. */
    public static Engine engine() {
        return Shared.ENGINE;
    }

    public static BgeEmbedder model() {
        return Shared.MODEL;
    }

    /** An engine over {@link LetterEmbedder}: quick, and as clever as shared characters can be. */
    public static Engine plainEngine() {
        return new Engine(new LetterEmbedder(), List.of("今天天气怎么样", "给我讲个笑话", "股票明天会涨吗"));
    }

    public static ReleasedEntry entry(String key, String question, String... similar) {
        return new ReleasedEntry(
                key, question, List.of(similar), List.of(), "关于" + question + "，请看商品页。", List.of(), null, null);
    }

    public static ReleasedEntry answering(String key, String question, String answer) {
        return new ReleasedEntry(key, question, List.of(), List.of(), answer, List.of(), null, null);
    }

    public static ReleasedEntry withKeywords(ReleasedEntry entry, String... keywords) {
        return new ReleasedEntry(
                entry.key(),
                entry.question(),
                entry.similar(),
                List.of(keywords),
                entry.answer(),
                entry.needs(),
                entry.validFrom(),
                entry.validTo());
    }

    public static ReleaseContent content(ReleasedEntry... entries) {
        return content(ToneProfile.plain(), entries);
    }

    public static ReleaseContent content(ToneProfile tone, ReleasedEntry... entries) {
        return new ReleaseContent("小店", "zh-CN", List.of(entries), List.of(), List.of(), tone);
    }

    /** A shop with coupons, products that combine, delivery and returns. */
    public static ReleaseContent shop() {
        return content(
                entry("coupon-stack", "优惠券可以叠加使用吗", "多张券能一起用吗", "两张券可以一起用吗", "券能不能叠加", "几张优惠券同时用行不行"),
                entry("combine", "两种产品能一起用吗", "可以和别的护肤品一起用吗", "能不能一起用", "跟其他牌子混着用行吗"),
                entry("coupon-get", "怎么领优惠券", "哪里可以领券", "有没有优惠券", "店铺券在哪儿领"),
                entry("order-urge", "怎么还没发货，能催一下吗", "帮我催一下发货", "咋还没发", "快点发货", "都三天了还不发"),
                entry("ship-time", "什么时候发货", "几天能发出来", "今天拍什么时候发", "下单后多久发货"),
                entry("allergy", "用了过敏可以退吗", "过敏了怎么办", "脸上起红疹能退货吗", "用完皮肤刺痛能退款吗", "过敏能退不"),
                entry("return-policy", "支持七天无理由退货吗", "不喜欢可以退吗", "几天内可以退货", "没拆封能退吗"),
                entry("invoice", "怎么开发票", "能开票吗", "发票在哪里申请", "可以开专票吗"),
                entry("courier", "发什么快递", "用哪家快递", "可以发顺丰吗", "快递公司是哪个"));
    }

    private static final class Shared {
        static final BgeEmbedder MODEL = new BgeEmbedder();
        static final Engine ENGINE = new Engine(MODEL, outOfScope());

        private static List<String> outOfScope() {
            try (InputStream in = Shared.class.getResourceAsStream("/io/xiaoer/answering/out-of-scope-zh.txt")) {
                if (in == null) {
                    throw new IllegalStateException("the off-topic messages are not on the classpath");
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
