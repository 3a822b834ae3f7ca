package io.xiaoer.portal.embed;

/** HTML to paste into a shop's pages. Addresses and texts are escaped for where they stand. */
final class Snippets {

    private Snippets() {}

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
