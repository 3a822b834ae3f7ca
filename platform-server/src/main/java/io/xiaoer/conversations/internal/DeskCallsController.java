package io.xiaoer.conversations.internal;

import io.xiaoer.conversations.internal.Wire.FeedbackRequest;
import io.xiaoer.conversations.internal.Wire.HandedOverResource;
import io.xiaoer.conversations.internal.Wire.RatingRequest;
import io.xiaoer.rollout.ShopperRef;
import io.xiaoer.security.WidgetCaller;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What shoppers do beside talking: asking for a person, thumbs, ratings. The same for the shop's systems and for browsers. */
@RestController
class DeskCallsController {

    private static final String API = "/api/v1/conversations/{id}";
    private static final String WIDGET = "/widget/v1/{widgetKey}/conversations/{id}";

    private final ConversationCalls calls;

    DeskCallsController(ConversationCalls calls) {
        this.calls = calls;
    }

    @PostMapping(API + "/handover")
    HandedOverResource handOver(@PathVariable String id) {
        return calls.handOver(id, null, null);
    }

    @PostMapping(API + "/messages/{replyId}/feedback")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void helped(@PathVariable String id, @PathVariable String replyId, @RequestBody FeedbackRequest request) {
        calls.helped(id, null, null, replyId, request);
    }

    @PostMapping(API + "/rating")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rate(@PathVariable String id, @RequestBody RatingRequest request) {
        calls.rate(id, null, null, request);
    }

    @PostMapping(API + "/typing")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void typing(@PathVariable String id) {
        calls.typing(id, null, null);
    }

    @PostMapping(WIDGET + "/handover")
    HandedOverResource visitorsHandOver(@PathVariable String id) {
        WidgetCaller caller = WidgetCaller.current();
        return calls.handOver(id, caller.bot(), shopper(caller));
    }

    @PostMapping(WIDGET + "/messages/{replyId}/feedback")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void helpedVisitor(@PathVariable String id, @PathVariable String replyId, @RequestBody FeedbackRequest request) {
        WidgetCaller caller = WidgetCaller.current();
        calls.helped(id, caller.bot(), shopper(caller), replyId, request);
    }

    @PostMapping(WIDGET + "/rating")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void visitorRates(@PathVariable String id, @RequestBody RatingRequest request) {
        WidgetCaller caller = WidgetCaller.current();
        calls.rate(id, caller.bot(), shopper(caller), request);
    }

    @PostMapping(WIDGET + "/typing")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void visitorTypes(@PathVariable String id) {
        WidgetCaller caller = WidgetCaller.current();
        calls.typing(id, caller.bot(), shopper(caller));
    }

    private static ShopperRef shopper(WidgetCaller caller) {
        return ShopperRef.parse(caller.shopper());
    }
}
