package io.xiaoer.answering.facts;

import io.xiaoer.answering.Fact;
import io.xiaoer.rules.Decision;
import io.xiaoer.shopdata.Order;
import io.xiaoer.shopdata.Product;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the goods that a rule is to be held against, and asks back where it must. */
final class AboutGoods {

    private final Inquiry in;
    private final @Nullable Record general;

    /** @param general the rule's own fields, which are told even where nothing can be decided */
    AboutGoods(Inquiry in, @Nullable Record general) {
        this.in = in;
        this.general = general;
    }

    /** What came of one kind of goods. */
    private record Judged(Goods goods, Decision decision) {}

    /**
     * Decides for the goods meant, if they are clear or if all that may be meant are decided alike.
     *
     * @param relevant orders that the question can be about
     * @param tell the fact for goods that were decided; never {@link Decision.Unsure}
     */
    Fact decide(Predicate<Order> relevant, Function<Goods, Decision> decide, Telling tell) {
        var references = new References(in);
        return switch (references.order(relevant)) {
            case Chosen.None(String said) -> in.nothing(general, said);
            case Chosen.Several(List<Order> orders) -> several(orders, references);
            case Chosen.One(Order order) -> {
                if (in.isTooOld(order)) {
                    yield in.stale(order, general);
                }
                List<Judged> judged = references.goods(order).stream()
                        .map(goods -> new Judged(goods, decide.apply(goods)))
                        .toList();
                yield one(together(judged), tell);
            }
        };
    }

    /** Told once what is known. */
    interface Telling {
        Fact of(Goods goods, Decision decision);
    }

    private Fact several(List<Order> orders, References references) {
        List<Goods> goods = new ArrayList<>();
        for (Order order : orders) {
            List<Goods> lines = references.goods(order);
            goods.add(lines.size() == 1 ? lines.getFirst() : Goods.allOf(order));
        }
        return in.which(goods);
    }

    private Fact one(List<Judged> judged, Telling tell) {
        if (judged.size() > 1) {
            return in.which(judged.stream().map(Judged::goods).toList());
        }
        Judged only = judged.getFirst();
        return only.decision() instanceof Decision.Unsure
                ? in.askOpened(only.goods())
                : tell.of(only.goods(), only.decision());
    }

    /** Goods that are decided alike are spoken of together. */
    private static List<Judged> together(List<Judged> judged) {
        Map<Decision, List<Order.Line>> lines = new LinkedHashMap<>();
        Map<Decision, Goods> first = new HashMap<>();
        for (Judged one : judged) {
            lines.computeIfAbsent(one.decision(), fresh -> new ArrayList<>())
                    .addAll(one.goods().lines());
            first.putIfAbsent(one.decision(), one.goods());
        }
        List<Judged> groups = new ArrayList<>();
        if (lines.size() == 1) {
            lines.forEach((decision, all) ->
                    groups.add(new Judged(new Goods(judged.getFirst().goods().order(), all), decision)));
            return groups;
        }
        return judged;
    }

    static @Nullable String category(Inquiry in, Goods goods) {
        return goods.lines().size() != 1
                ? null
                : in.situation
                        .records()
                        .product(goods.lines().getFirst().sku())
                        .map(Product::category)
                        .orElse(null);
    }

    /** When the goods came; the last change of an order that is said to be delivered where nothing better is known. */
    static @Nullable OffsetDateTime deliveredAt(Goods goods) {
        OffsetDateTime known = OrderWords.deliveredAt(goods.order());
        return known == null && goods.order().status() == Order.Status.DELIVERED
                ? goods.order().freshness().updatedAt()
                : known;
    }
}
