package io.xiaoer.portal.words;

import com.vaadin.flow.router.QueryParameters;
import io.xiaoer.portal.frame.Place;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Addresses of other views that stay with the same bot. */
public final class Links {

    private Links() {}

    /** @param path may have parameters already */
    public static String to(Place place, String path) {
        return place.query("bot")
                .map(bot -> path + (path.contains("?") ? "&" : "?") + "bot=" + encoded(bot))
                .orElse(path);
    }

    /** The bot, if one was named, and the given parameters. */
    public static QueryParameters with(Place place, Map<String, List<String>> parameters) {
        Map<String, List<String>> all = new LinkedHashMap<>(parameters);
        place.query("bot").ifPresent(bot -> all.put("bot", List.of(bot)));
        return new QueryParameters(all);
    }

    /** A path with one parameter. */
    public static String with(String path, String parameter, String value) {
        return path + "?" + parameter + "=" + encoded(value);
    }

    public static List<String> all(Place place, String parameter) {
        return new ArrayList<>(place.query().getParameters(parameter))
                .stream().filter(value -> !value.isBlank()).toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
