package io.xiaoer.bots;

import java.util.List;

/**
 * A shop's bot and how shoppers meet it. All of this is live: a change counts at once, without a release.
 *
 * @param widgetKey public; names the bot in a page
 * @param allowedOrigins origins whose pages may embed the widget
 */
public record Bot(
        BotId id,
        String widgetKey,
        String name,
        Placement placement,
        Theme theme,
        List<String> allowedOrigins,
        Fallback fallback,
        int version) {}
