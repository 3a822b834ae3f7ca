package io.xiaoer.onboarding.internal;

import io.xiaoer.bots.Bot;
import io.xiaoer.bots.BotId;
import io.xiaoer.bots.Bots;
import io.xiaoer.bots.WidgetSecrets;
import io.xiaoer.onboarding.internal.Storefront.Bought;
import io.xiaoer.onboarding.internal.Storefront.Goods;
import io.xiaoer.onboarding.internal.Storefront.Held;
import io.xiaoer.onboarding.internal.Storefront.HeldRule;
import io.xiaoer.onboarding.internal.Storefront.Passer;
import io.xiaoer.onboarding.internal.Storefront.Priced;
import io.xiaoer.onboarding.internal.Storefront.Quote;
import io.xiaoer.onboarding.internal.Storefront.Reduction;
import io.xiaoer.onboarding.internal.Storefront.Signed;
import io.xiaoer.onboarding.internal.Storefront.Wanted;
import io.xiaoer.rules.CartLine;
import io.xiaoer.rules.Promotions;
import io.xiaoer.rules.RuleType;
import io.xiaoer.rules.Rules;
import io.xiaoer.rules.RulesInForce;
import io.xiaoer.rules.ShippingFee;
import io.xiaoer.rules.ThresholdPromotion;
import io.xiaoer.shared.Money;
import io.xiaoer.shared.Page;
import io.xiaoer.shared.Problem;
import io.xiaoer.shopdata.Customer;
import io.xiaoer.shopdata.Product;
import io.xiaoer.shopdata.ShopData;
import io.xiaoer.shopdata.ShopperRecords;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.Shop;
import io.xiaoer.tenants.Shops;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what the storefronts of the demo shops show, on nobody's behalf; there are no others. */
@Component
class Storefronts {

    private final Directory directory;
    private final Shops shops;
    private final Bots bots;
    private final WidgetSecrets secrets;
    private final ShopData data;
    private final Rules rules;
    private final Clock clock;

    Storefronts(
            Directory directory,
            Shops shops,
            Bots bots,
            WidgetSecrets secrets,
            ShopData data,
            Rules rules,
            Clock clock) {
        this.directory = directory;
        this.shops = shops;
        this.bots = bots;
        this.secrets = secrets;
        this.data = data;
        this.rules = rules;
        this.clock = clock;
    }

    /** Those of the demo shops that were seeded. */
    List<DemoShop> there() {
        return Arrays.stream(DemoShop.values())
                .filter(shop -> tenant(shop).isPresent())
                .toList();
    }

    boolean isThere(String slug) {
        return DemoShop.of(slug).flatMap(this::tenant).isPresent();
    }

    boolean sells(String slug, String sku) {
        return within(slug, shop -> data.nobody(List.of(sku)).product(sku).isPresent());
    }

    /** @throws Problem if there is no such demo shop */
    Storefront get(String slug) {
        return within(slug, demo -> {
            Shop shop = shops.current();
            Bot bot = bot();
            return new Storefront(
                    demo.slug(),
                    shop.name(),
                    shop.locale(),
                    shop.timeZone().getId(),
                    bot.widgetKey(),
                    bot.theme(),
                    bot.placement(),
                    data.products(null, Page.MAX_LIMIT).items().stream()
                            .map(Goods::of)
                            .toList(),
                    rules.at(clock.instant()).rules().stream().map(HeldRule::of).toList(),
                    shoppers(demo).stream().map(Passer::of).toList());
        });
    }

    /** The shoppers whom a visitor of a demo shop may be, as long as the shop knows them. */
    private List<Customer> shoppers(DemoShop demo) {
        return DemoRecords.shoppers(demo).stream()
                .map(id -> data.of(id, List.of()).customer())
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * A seeded shopper, who is signed in by asking.
     *
     * @throws Problem if there is no such demo shop, or no such shopper among those it was seeded with
     */
    Signed signed(String slug, String id) {
        return within(slug, demo -> {
            ShopperRecords known =
                    DemoRecords.shoppers(demo).contains(id) ? data.of(id, List.of()) : ShopperRecords.nobody(Map.of());
            Customer customer = known.customer();
            if (customer == null) {
                throw Problem.notFound("shopper");
            }
            return new Signed(
                    customer.id(),
                    customer.name(),
                    customer.memberLevel(),
                    customer.registeredAt(),
                    identity(bot().id(), customer),
                    known.orders().stream()
                            .map(order -> Bought.of(order, known.afterSales()))
                            .toList(),
                    known.coupons().stream().map(Held::of).toList());
        });
    }

    private @Nullable String identity(BotId bot, Customer customer) {
        return secrets.accepted(bot).stream()
                .findFirst()
                .map(secret -> DemoIdentity.sign(secret, customer, clock.instant()))
                .orElse(null);
    }

    /** What a cart costs by the rules in force; what the shop does not sell, or not for a price, is left out. */
    Quote quote(String slug, List<Wanted> cart) {
        return within(slug, demo -> {
            Map<String, Product> products =
                    data.nobody(cart.stream().map(Wanted::sku).toList()).products();
            List<Priced> lines = cart.stream()
                    .flatMap(wanted -> price(wanted, products).stream())
                    .toList();
            RulesInForce inForce = rules.at(clock.instant());
            Money total = lines.stream().map(Priced::amount).reduce(Money.ZERO, Money::plus);
            Reduction promotion = Promotions.best(
                            inForce.all(RuleType.THRESHOLD_PROMOTION, ThresholdPromotion.class),
                            lines.stream().map(Storefronts::line).toList())
                    .map(Reduction::of)
                    .orElse(null);
            Money reduced = promotion == null ? total : total.less(promotion.off());
            ShippingFee.Quote shipping = inForce.one(RuleType.SHIPPING_FEE, ShippingFee.class)
                    .map(held -> held.params().quote(reduced, null))
                    .orElse(null);
            Money payable = shipping == null || lines.isEmpty() ? reduced : reduced.plus(shipping.fee());
            return new Quote(lines, total, promotion, shipping, payable);
        });
    }

    private static Optional<Priced> price(Wanted wanted, Map<String, Product> products) {
        Product product = products.get(wanted.sku());
        Money price = product == null ? null : product.price();
        return product == null || price == null
                ? Optional.empty()
                : Optional.of(new Priced(
                        product.id(),
                        product.name(),
                        product.category(),
                        price,
                        wanted.quantity(),
                        price.times(wanted.quantity()),
                        product.presaleShipAt() != null));
    }

    private static CartLine line(Priced line) {
        return new CartLine(line.sku(), line.category(), line.price(), line.quantity(), line.presale());
    }

    private Bot bot() {
        return bots.all().stream().findFirst().orElseThrow(() -> Problem.notFound("bot"));
    }

    private Optional<TenantId> tenant(DemoShop shop) {
        return directory.findLogin(shop.owner()).map(Directory.LoginEntry::tenant);
    }

    private <R> R within(String slug, Function<DemoShop, R> work) {
        DemoShop shop = DemoShop.of(slug).orElseThrow(() -> Problem.notFound("shop"));
        TenantId tenant = tenant(shop).orElseThrow(() -> Problem.notFound("shop"));
        return TenantScope.call(tenant, Actor.shopper(), () -> work.apply(shop));
    }
}
