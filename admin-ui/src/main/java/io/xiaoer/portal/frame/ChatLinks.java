package io.xiaoer.portal.frame;

import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Addresses of a bot's own chat page, on the host that the portal was opened at.
 *
 * @param server origin of that host
 */
public record ChatLinks(String server, String shoppers, String staff) {

    /** @param portal any address of the portal as the browser sees it */
    public static ChatLinks of(URL portal, String widgetKey, String staffCode) {
        String server = portal.getProtocol() + "://" + portal.getAuthority();
        String shoppers = server + "/chat/" + encoded(widgetKey);
        return new ChatLinks(server, shoppers, shoppers + "#staff=" + encoded(staffCode));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
