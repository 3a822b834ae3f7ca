package io.xiaoer.onboarding.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The demo shops, in the order in which they are shown. */
enum DemoShop {
    HUAYANG("花漾美妆", "demo@xiaoer.example", "beauty", 2, "beauty", "#d6336c"),
    YUNDUO("云朵护肤铺", "cloud@xiaoer.example", "beauty", 2, "cloud", "#2f6f9f"),
    SHANYE("山野鲜生", "fresh@xiaoer.example", "fresh-food", 1, "fresh-food", "#2b7a4b");

    private final String shop;
    private final String owner;
    private final String pack;
    private final int packVersion;
    private final String records;
    private final String colour;

    DemoShop(String shop, String owner, String pack, int packVersion, String records, String colour) {
        this.shop = shop;
        this.owner = owner;
        this.pack = pack;
        this.packVersion = packVersion;
        this.records = records;
        this.colour = colour;
    }

    static Optional<DemoShop> of(String slug) {
        return Arrays.stream(values()).filter(shop -> shop.slug().equals(slug)).findFirst();
    }

    /** As addresses name it. */
    String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it is called when it is opened. */
    String shop() {
        return shop;
    }

    /** The owner's e-mail address, by which the shop is found again. */
    String owner() {
        return owner;
    }

    String pack() {
        return pack;
    }

    /** The version of the pack that it began with. */
    int packVersion() {
        return packVersion;
    }

    /** Name of the file of what its system knows. */
    String records() {
        return records;
    }

    String colour() {
        return colour;
    }
}
