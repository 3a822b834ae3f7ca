package io.xiaoer.portal.home;

import io.xiaoer.bots.Bot;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Addresses of other views about the same bot. */
record Links(Bot bot, boolean only) {

    static Links of(Bot bot, List<Bot> all) {
        return new Links(bot, all.size() < 2);
    }

    /** @param namesAndValues what comes after the question mark */
    String to(String path, String... namesAndValues) {
        StringBuilder address = new StringBuilder(path);
        char before = '?';
        for (int i = 0; i < namesAndValues.length; i += 2) {
            address.append(before).append(namesAndValues[i]).append('=').append(encoded(namesAndValues[i + 1]));
            before = '&';
        }
        if (!only) {
            address.append(before).append("bot=").append(bot.id());
        }
        return address.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
