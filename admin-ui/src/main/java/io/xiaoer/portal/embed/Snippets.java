package io.xiaoer.portal.embed;

/** HTML to paste into a shop's pages. Addresses and texts are escaped for where they stand. */
final class Snippets {

    private Snippets() {}

    /**
     * The widget itself.
     *
     * @param server origin of this installation
     * @param sku what stands for a product's number on its page
     */
    static String widget(String server, String widgetKey, PageKind page, String sku) {
        String product = page == PageKind.PRODUCT ? "\n        data-sku=\"" + escaped(sku) + "\"" : "";
        return """
                <script async crossorigin="anonymous" src="%s/sdk/xiaoer-widget.js"
                        data-widget-key="%s"
                        data-page-kind="%s"%s></script>""".formatted(escaped(server), escaped(widgetKey), page.wire(), product);
    }

    /** A button of the page's own that opens the chat. */
    static String opener(String text) {
        return """
                <button type="button" data-xiaoer-open>%s</button>""".formatted(escaped(text));
    }

    /** The chat page inside the shop's own page. */
    static String frame(String chatPage, String title) {
        return """
                <iframe src="%s" title="%s"
                        style="width:100%%;max-width:420px;height:640px;border:0;border-radius:12px"></iframe>""".formatted(escaped(chatPage), escaped(title));
    }

    /** A link that opens the chat page beside the shop's own. */
    static String link(String chatPage, String text) {
        return """
                <a href="%s" target="_blank" rel="noopener">%s</a>""".formatted(escaped(chatPage), escaped(text));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
