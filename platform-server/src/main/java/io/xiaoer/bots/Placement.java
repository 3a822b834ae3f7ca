package io.xiaoer.bots;

/** On which of the shop's pages the bot is offered. */
public record Placement(boolean product, boolean cart, boolean mine) {

    public static Placement everywhere() {
        return new Placement(true, true, true);
    }
}
