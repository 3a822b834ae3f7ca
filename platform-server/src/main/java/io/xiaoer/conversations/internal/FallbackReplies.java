package io.xiaoer.conversations.internal;

import io.xiaoer.answering.Reply;
import io.xiaoer.bots.Fallback;
import java.util.List;

/** What a shopper is told whom the bot does not serve (yet). */
public final class FallbackReplies {

    private FallbackReplies() {}

    public static Reply.Fallback of(Fallback fallback) {
        String text = fallback.text();
        String said = text == null || text.isBlank()
                ? switch (fallback.kind()) {
                    case LINK -> "您好，请点下面的链接联系我们的客服。";
                    case TEXT, PERSON -> "您好，客服暂时不在线，请稍后再来。";
                }
                : text;
        String url = fallback.url();
        return new Reply.Fallback(
                said, url == null || url.isBlank() ? List.of() : List.of(new Reply.Link("联系客服", url)));
    }
}
