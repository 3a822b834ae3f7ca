package io.xiaoer.answering.facts;

import io.xiaoer.answering.Fact;
import io.xiaoer.answering.Fact.About;
import io.xiaoer.answering.facts.TimeWords.Deed;
import io.xiaoer.answering.facts.TimeWords.When;
import io.xiaoer.shopdata.Order;
import io.xiaoer.shopdata.Product;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which of their orders and goods a shopper speaks of: by number, by when, by name, by what was spoken of before, or by what the question can be about. */
final class References {

    /** A number that is nobody's quantity, price or telephone number. */
    private static final Pattern NUMBER = Pattern.compile("(?<![A-Za-z0-9])[A-Za-z]{0,6}-?\\d{8,32}(?![A-Za-z0-9])");

    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern NEWEST = Pattern.compile(
            "刚买|刚下|刚拍|刚刚|刚才买|刚付|最新|最近(?:一|那|的|买)|上一[单个]|just (?:bought|ordered|placed)|latest|most recent",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BEFORE = Pattern.compile(
            "刚才(?:那|说|的)|那[一]?[单个件]|这[一]?[单个件]|它|那(?:能|可以|要|还|什么时候|怎么)|这(?:能|可以)|\\b(?:it|that one|this one|that order)\\b",
            Pattern.CASE_INSENSITIVE);

    private final Inquiry in;
    private final List<Order> all;

    References(Inquiry in) {
        this.in = in;
        this.all = in.situation.records().orders();
    }

    /**
     * A fact about one order as a whole: told if it is clear which, and new enough; else asked back, or why it cannot be told.
     *
     * @param relevant what the question can be about, the likeliest first; others are meant only if they are named
     */
    @SafeVarargs
    static Fact ofOrder(Inquiry in, Function<Order, Fact> tell, Predicate<Order>... relevant) {
        if (!in.situation.signedIn()) {
            return in.signIn(null, "");
        }
        return switch (new References(in).order(relevant)) {
            case Chosen.None(String said) -> in.nothing(null, said);
            case Chosen.Several(List<Order> orders) ->
                in.which(orders.stream().map(Goods::allOf).toList());
            case Chosen.One(Order order) -> in.isTooOld(order) ? in.stale(order, null) : tell.apply(order);
        };
    }

    /** @param relevant what the question can be about, the likeliest first; others are meant only if they are named */
    @SafeVarargs
    final Chosen order(Predicate<Order>... relevant) {
        About picked = in.picked.goods();
        if (picked != null) {
            return in.order(picked.orderId())
                    .<Chosen>map(Chosen.One::new)
                    .orElseGet(() -> new Chosen.None(in.say("没有查到这一单。", "I cannot find that order.")));
        }
        if (all.isEmpty()) {
            return new Chosen.None(in.say(
                    "我这边没有查到您的订单，是不是用别的账号下的单呢？",
                    "I cannot find any order of yours. Did you perhaps order with another account?"));
        }
        Optional<Chosen> numbered = numbered();
        return numbered.orElseGet(() -> described(Arrays.asList(relevant)));
    }

    private Optional<Chosen> numbered() {
        Matcher number = NUMBER.matcher(in.message);
        while (number.find()) {
            String said = number.group();
            for (Order order : all) {
                if (order.id().equalsIgnoreCase(said)
                        || order.shipments().stream().anyMatch(parcel -> said.equalsIgnoreCase(parcel.trackingNo()))) {
                    return Optional.of(new Chosen.One(order));
                }
            }
            if (!MOBILE.matcher(said).matches()) {
                return Optional.of(
                        new Chosen.None(
                                in.say(
                                        "您的账号下没有查到 " + said + " 这个单号，麻烦核对一下，或者换下单的账号登录再问我。",
                                        "I cannot find " + said
                                                + " among your orders. Please check the number, or sign in with the account you ordered with.")));
            }
        }
        return all.stream()
                .filter(order -> order.id().length() >= 3 && hasDigit(order.id()) && saysWord(order.id()))
                .findFirst()
                .map(Chosen.One::new);
    }

    private static boolean hasDigit(String id) {
        return id.chars().anyMatch(Character::isDigit);
    }

    private boolean saysWord(String id) {
        return Pattern.compile("(?<![a-z0-9-])" + Pattern.quote(id.toLowerCase(Locale.ROOT)) + "(?![a-z0-9-])")
                .matcher(in.message.toLowerCase(Locale.ROOT))
                .find();
    }

    private Chosen described(List<Predicate<Order>> relevant) {
        Optional<When> when = TimeWords.in(in.message, in.spoken.today());
        List<Order> then = when.isEmpty()
                ? all
                : all.stream().filter(order -> happened(order, when.get())).toList();
        List<Order> named =
                all.stream().filter(order -> !named(order).isEmpty()).toList();
        List<Order> both = then.stream().filter(named::contains).toList();
        List<Order> meant = !both.isEmpty() ? both : !named.isEmpty() ? named : then;
        if (meant.isEmpty()) {
            return new Chosen.None(in.say(
                    "没有查到您说的那天的订单，告诉我商品名字，我再帮您找找。",
                    "I cannot find an order from then. Tell me what it was, and I will look again."));
        }
        boolean described = when.isPresent() || !named.isEmpty();
        if (NEWEST.matcher(in.message).find()) {
            return new Chosen.One(meant.getFirst());
        }
        Optional<Order> spokenOf = Optional.ofNullable(in.focus.about()).flatMap(about -> in.order(about.orderId()));
        if (spokenOf.isPresent()
                && meant.contains(spokenOf.get())
                && (BEFORE.matcher(in.message).find() || relevant.stream().anyMatch(one -> one.test(spokenOf.get())))) {
            return new Chosen.One(spokenOf.get());
        }
        List<Order> possible = relevant.stream()
                .map(one -> meant.stream().filter(one).toList())
                .filter(some -> !some.isEmpty())
                .findFirst()
                .orElse(List.of());
        List<Order> left = possible.isEmpty() ? meant : possible;
        if (left.size() == 1 || (possible.isEmpty() && !described)) {
            return new Chosen.One(left.getFirst());
        }
        return new Chosen.Several(left);
    }

    private boolean happened(Order order, When when) {
        return when.deed() == Deed.BOUGHT
                ? when.covers(in.spoken.date(order.placedAt()))
                : order.shipments().stream()
                        .map(Order.Shipment::deliveredAt)
                        .filter(Objects::nonNull)
                        .anyMatch(at -> when.covers(in.spoken.date(at)));
    }

    /** The lines of an order that the message names; empty if it names none, or none as well as those of another order. */
    private List<Order.Line> named(Order order) {
        int best = all.stream()
                .flatMap(one -> one.lines().stream())
                .mapToInt(this::overlap)
                .max()
                .orElse(0);
        return best == 0
                ? List.of()
                : order.lines().stream().filter(line -> overlap(line) == best).toList();
    }

    private int overlap(Order.Line line) {
        int name = GoodsWords.overlap(line.name(), in.message);
        String category = in.situation
                .records()
                .product(line.sku())
                .map(Product::category)
                .orElse("");
        boolean saysCategory = category.length() >= 2 && in.message.contains(category);
        return Math.max(name, saysCategory ? 2 : 0);
    }

    /** The goods meant in an order: those named, or that were spoken of before; all of it where nothing tells. */
    List<Goods> goods(Order order) {
        About picked = in.picked.goods();
        if (picked != null && picked.orderId().equals(order.id())) {
            String sku = picked.sku();
            return sku == null ? single(order) : ofSku(order, sku);
        }
        List<Order.Line> named = named(order);
        if (!named.isEmpty()) {
            return named.stream().map(line -> Goods.of(order, line)).toList();
        }
        About before = in.focus.about();
        if (before != null && before.orderId().equals(order.id()) && before.sku() != null) {
            return ofSku(order, before.sku());
        }
        return single(order);
    }

    private static List<Goods> ofSku(Order order, String sku) {
        List<Goods> found = order.lines().stream()
                .filter(line -> line.sku().equals(sku))
                .map(line -> Goods.of(order, line))
                .toList();
        return found.isEmpty() ? single(order) : found;
    }

    private static List<Goods> single(Order order) {
        if (order.lines().isEmpty()) {
            return List.of(Goods.allOf(order));
        }
        List<Goods> goods = new ArrayList<>();
        order.lines().forEach(line -> goods.add(Goods.of(order, line)));
        return goods;
    }
}
