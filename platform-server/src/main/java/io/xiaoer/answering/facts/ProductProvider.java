package io.xiaoer.answering.facts;

import io.xiaoer.answering.Fact;
import io.xiaoer.answering.Fact.State;
import io.xiaoer.answering.Reply.Card;
import io.xiaoer.shared.Money;
import io.xiaoer.shopdata.Order;
import io.xiaoer.shopdata.Product;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The product on the page, or the one that is spoken of. */
final class ProductProvider implements Provider {

    record Attribute(String name, String value) {}

    record ProductFields(
            String name,
            @Nullable Money price,
            @Nullable Integer stock,
            @Nullable Boolean inStock,
            @Nullable String category,
            List<Attribute> attributes,
            @Nullable String attributesText,
            Map<String, String> attribute,
            boolean presale,
            @Nullable String shipOn,
            @Nullable String url) {}

    @Override
    public Class<? extends Record> fields() {
        return ProductFields.class;
    }

    @Override
    public Fact tell(Inquiry in) {
        Optional<Product> product = product(in);
        if (product.isEmpty()) {
            return in.unknown(
                    State.NOTHING,
                    null,
                    in.say(
                            "您说的是哪一款呢？打开商品页再问我，我能看到它的信息。",
                            "Which product do you mean? Ask me from its page, and I can see its details."));
        }
        return tell(in, product.get());
    }

    /** The one the message names, else the page's, else the one of the order spoken of. */
    private static Optional<Product> product(Inquiry in) {
        Collection<Product> all = in.situation.records().products().values();
        Optional<Product> named = all.stream()
                .filter(product -> GoodsWords.overlap(product.name(), in.message) > 0)
                .max(Comparator.<Product>comparingInt(product -> GoodsWords.overlap(product.name(), in.message))
                        .thenComparing(product ->
                                product.id().equals(in.situation.page().sku()))
                        .thenComparing(Product::id));
        return named.or(() -> Optional.ofNullable(in.situation.page().sku()).flatMap(in.situation.records()::product))
                .or(() -> spokenOf(in));
    }

    private static Optional<Product> spokenOf(Inquiry in) {
        return Optional.ofNullable(in.focus.about()).flatMap(about -> {
            Optional<Order> order = in.order(about.orderId());
            String sku = about.sku() != null
                    ? about.sku()
                    : order.filter(one -> one.lines().size() == 1)
                            .map(one -> one.lines().getFirst().sku())
                            .orElse(null);
            return sku == null ? Optional.empty() : in.situation.records().product(sku);
        });
    }

    private static Fact tell(Inquiry in, Product product) {
        List<Attribute> attributes = product.attributes().entrySet().stream()
                .map(entry -> new Attribute(entry.getKey(), text(in, entry.getValue())))
                .toList();
        OffsetDateTime shipAt = product.presaleShipAt();
        var fields = new ProductFields(
                product.name(),
                product.price(),
                product.stock(),
                product.stock() == null ? null : product.stock() > 0,
                product.category(),
                attributes,
                attributes.isEmpty()
                        ? null
                        : in.spoken.list(attributes.stream()
                                .map(one -> one.name() + in.say("：", ": ") + one.value())
                                .toList()),
                attributes.stream().collect(Collectors.toMap(Attribute::name, Attribute::value, (a, b) -> a)),
                shipAt != null,
                shipAt == null ? null : in.spoken.day(shipAt),
                product.url());
        Fact fact = in.known(fields, sentence(in, fields));
        String price = product.price() == null ? null : in.say("¥", "") + product.price();
        Card card = new Card("product", product.id(), product.name(), price, stock(in, fields), product.url());
        return fact.withCard(card).withSource(Inquiry.source("product", product.id(), product.freshness()));
    }

    private static String text(Inquiry in, Object value) {
        return value instanceof Collection<?> list
                ? in.spoken.list(list.stream().map(String::valueOf).toList())
                : String.valueOf(value);
    }

    private static @Nullable String stock(Inquiry in, ProductFields product) {
        if (product.presale) {
            return in.say("预售", "pre-sale");
        }
        return product.inStock == null ? null : product.inStock ? in.say("有货", "in stock") : in.say("缺货", "sold out");
    }

    private static String sentence(Inquiry in, ProductFields product) {
        var said = new StringBuilder(product.name);
        if (product.price != null) {
            said.append(in.say("现在" + product.price.spoken() + "元", " costs " + product.price.spoken()));
        }
        if (product.presale && product.shipOn != null) {
            said.append(in.say("，是预售，" + product.shipOn + "前（含当天）发出", ", a pre-sale shipped by " + product.shipOn));
        } else if (product.inStock != null) {
            said.append(product.inStock ? in.say("，有现货", ", in stock") : in.say("，暂时缺货", ", sold out at the moment"));
        }
        if (product.attributesText != null) {
            said.append(in.say("。", ". ")).append(product.attributesText);
        }
        return said.append(in.say("。", ".")).toString();
    }
}
