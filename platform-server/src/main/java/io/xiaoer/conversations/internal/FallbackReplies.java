package io.xiaoer.conversations.internal;

import io.xiaoer.answering.Reply;
import io.xiaoer.bots.Fallback;
import java.util.List;

/** What a shopper is told whom the bot does not serve (yet). */
public final class FallbackReplies {

    private FallbackReplies() {}

    /** @param locale the shop's, a BCP 47 tag */
    public static Reply.Fallback of(Fallback fallback, String locale) {
        boolean english = locale.startsWith("en");
        String text = fallback.text();
        String said = text == null || text.isBlank() ? usual(fallback.kind(), english) : text;
        String url = fallback.url();
        return new Reply.Fallback(
                said,
                url == null || url.isBlank()
                        ? List.of()
                        : List.of(new Reply.Link(english ? "Contact us" : "联系客服", url)));
    }

    private static String usual(Fallback.Kind kind, boolean english) {
        return english
                ? switch (kind) {
                    case LINK -> "Hello! Please reach us by the link below.";
                    case TEXT -> "Hello! Nobody is here right now. Please come back a little later.";
                    case PERSON -> "Hello! Our colleagues will help you here.";
                }
                : switch (kind) {
                    case LINK -> "您好，请点下面的链接联系我们的客服。";
                    case TEXT -> "您好，客服暂时不在线，请稍后再来。";
                    case PERSON -> "您好，这里由人工客服为您服务。";
                };
    }
}
