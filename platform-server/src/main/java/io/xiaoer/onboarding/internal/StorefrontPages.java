package io.xiaoer.onboarding.internal;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The demo's pages; each reads what it shows itself, from its address. */
@Controller
class StorefrontPages {

    private static final String SHOP = "forward:/demo/shop.html";

    private final Storefronts storefronts;

    StorefrontPages(Storefronts storefronts) {
        this.storefronts = storefronts;
    }

    @GetMapping({"/demo", "/demo/"})
    String start() {
        return "forward:/demo/index.html";
    }

    @GetMapping({"/demo/shop/{slug}", "/demo/shop/{slug}/cart", "/demo/shop/{slug}/mine"})
    String shop(@PathVariable String slug, HttpServletResponse response) {
        return page(storefronts.isThere(slug), response);
    }

    @GetMapping("/demo/shop/{slug}/product/{sku}")
    String product(@PathVariable String slug, @PathVariable String sku, HttpServletResponse response) {
        return page(storefronts.isThere(slug) && storefronts.sells(slug, sku), response);
    }

    /** The page says itself what is missing. */
    private static String page(boolean there, HttpServletResponse response) {
        if (!there) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
        }
        return SHOP;
    }
}
