package io.xiaoer.onboarding.internal;

import io.xiaoer.onboarding.internal.Storefront.Quote;
import io.xiaoer.onboarding.internal.Storefront.Signed;
import io.xiaoer.onboarding.internal.Storefront.Wanted;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenants.Role;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the demo's pages are made of. */
@RestController
@RequestMapping("/demo/api")
class StorefrontController {

    private static final int MOST_LINES = 50;
    private static final int MOST_OF_ONE = 99;

    private final Storefronts storefronts;

    StorefrontController(Storefronts storefronts) {
        this.storefronts = storefronts;
    }

    /** Who can log in to a demo shop; the passwords are shown once, where the platform was started. */
    record LoginResource(String email, String role) {}

    record ShopResource(Storefront shop, List<LoginResource> logins) {}

    record ShopList(List<ShopResource> items) {}

    @GetMapping("/shops")
    ShopList shops() {
        return new ShopList(storefronts.there().stream()
                .map(shop -> new ShopResource(storefronts.get(shop.slug()), logins(shop)))
                .toList());
    }

    @GetMapping("/shops/{slug}")
    Storefront shop(@PathVariable String slug) {
        return storefronts.get(slug);
    }

    @GetMapping("/shops/{slug}/shoppers/{id}")
    Signed shopper(@PathVariable String slug, @PathVariable String id) {
        return storefronts.signed(slug, id);
    }

    /** @param items {@code sku:quantity}, separated by commas */
    @GetMapping("/shops/{slug}/cart")
    Quote cart(@PathVariable String slug, @RequestParam(defaultValue = "") List<String> items) {
        if (items.size() > MOST_LINES) {
            throw Problem.invalid("items", "must be at most " + MOST_LINES);
        }
        return storefronts.quote(
                slug, items.stream().map(StorefrontController::wanted).toList());
    }

    private static Wanted wanted(String item) {
        int colon = item.lastIndexOf(':');
        String quantity = item.substring(colon + 1);
        if (colon < 1 || !quantity.matches("[1-9][0-9]?")) {
            throw Problem.invalid(
                    "items", "must each be a sku and a quantity of 1 to " + MOST_OF_ONE + ", such as mask:2");
        }
        return new Wanted(item.substring(0, colon), Integer.parseInt(quantity));
    }

    private static List<LoginResource> logins(DemoShop shop) {
        LoginResource owner = login(shop.owner(), Role.OWNER);
        return shop == DemoShop.HUAYANG
                ? List.of(owner, login(DemoShops.EDITOR, Role.EDITOR), login(DemoShops.VIEWER, Role.VIEWER))
                : List.of(owner);
    }

    private static LoginResource login(String email, Role role) {
        return new LoginResource(email, role.name().toLowerCase(Locale.ROOT));
    }
}
