package io.xiaoer.connectors.internal.hooks;

import static io.xiaoer.connectors.internal.db.Tables.HOOK_DELIVERY;

import io.xiaoer.bots.BotId;
import io.xiaoer.connectors.WebhookDelivery;
import io.xiaoer.connectors.WebhookDelivery.State;
import io.xiaoer.connectors.WebhookEvent;
import io.xiaoer.connectors.WebhookFault;
import io.xiaoer.connectors.internal.hooks.Happening.Change;
import io.xiaoer.connectors.internal.hooks.Happening.Subject;
import io.xiaoer.connectors.internal.hooks.Happening.Talk;
import java.util.UUID;
import org.jooq.Record;

/** A delivery with what it is about. */
public record WebhookDeliveryRow(WebhookDelivery delivery, Happening happening) {

    static WebhookDeliveryRow of(Record row, Tries tries) {
        WebhookEvent event = WebhookEvent.of(row.get(HOOK_DELIVERY.EVENT)).orElseThrow();
        String fault = row.get(HOOK_DELIVERY.FAULT);
        WebhookDelivery delivery = new WebhookDelivery(
                row.get(HOOK_DELIVERY.EVENT_ID),
                row.get(HOOK_DELIVERY.HOOK_ID),
                event,
                row.get(HOOK_DELIVERY.CONVERSATION_ID),
                row.get(HOOK_DELIVERY.HAPPENED_AT),
                State.valueOf(row.get(HOOK_DELIVERY.STATE)),
                row.get(HOOK_DELIVERY.ATTEMPTS),
                row.get(HOOK_DELIVERY.NEXT_ATTEMPT_AT),
                row.get(HOOK_DELIVERY.STATUS),
                fault == null ? null : WebhookFault.valueOf(fault),
                tries.read(row.get(HOOK_DELIVERY.TRIES)));
        return new WebhookDeliveryRow(
                delivery, new Happening(delivery.eventId(), event, about(row), delivery.happenedAt()));
    }

    private static Subject about(Record row) {
        UUID conversation = row.get(HOOK_DELIVERY.CONVERSATION_ID);
        return conversation == null
                ? new Change(new BotId(row.get(HOOK_DELIVERY.BOT_ID)), row.get(HOOK_DELIVERY.CHANGE_ID))
                : new Talk(conversation, row.get(HOOK_DELIVERY.SEQ), row.get(HOOK_DELIVERY.REASON));
    }
}
