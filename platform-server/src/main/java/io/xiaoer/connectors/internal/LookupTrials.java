package io.xiaoer.connectors.internal;

import io.xiaoer.connectors.Fault;
import io.xiaoer.connectors.LookupTrial;
import io.xiaoer.connectors.LookupTrial.Item;
import io.xiaoer.connectors.Way;
import io.xiaoer.shared.Problem.FieldError;
import io.xiaoer.shopdata.PushResult;
import io.xiaoer.shopdata.PushResult.Outcome;
import io.xiaoer.shopdata.Pushed;
import io.xiaoer.shopdata.ShopData;
import io.xiaoer.shopdata.ShopRecords;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Look-ups that somebody wants to see: made at once, whether look-ups are on, rest, or were made a moment ago. */
@Component
public class LookupTrials {

    private final Connections connections;
    private final LookupCalls calls;
    private final ShopRecords records;
    private final ShopData data;

    LookupTrials(Connections connections, LookupCalls calls, ShopRecords records, ShopData data) {
        this.connections = connections;
        this.calls = calls;
        this.records = records;
        this.data = data;
    }

    /** Asks the bound shop's endpoint; what arrives is stored like any look-up's. Holds no transaction. */
    public LookupTrial make(TenantId tenant, String customerId) {
        long begun = System.nanoTime();
        try {
            List<Pushed> items = calls.ask(connections.get(tenant), customerId, ShopLookups.ANSWER);
            long millis = millisSince(begun);
            Sifted sifted = Sifted.of(items, customerId, data::customersOf);
            List<Item> shown = new ArrayList<>(kept(tenant, sifted.own()));
            sifted.foreign()
                    .forEach(item -> shown.add(new Item(
                            item.kind(),
                            item.id(),
                            key(Outcome.REJECTED),
                            Fault.Code.OTHER_CUSTOMER.message(),
                            List.of(new FieldError("", Fault.Code.OTHER_CUSTOMER.key())),
                            null)));
            Fault.Code fault = null;
            if (!sifted.foreign().isEmpty()) {
                fault = Fault.Code.OTHER_CUSTOMER;
            } else if (shown.stream().anyMatch(item -> item.outcome().equals(key(Outcome.REJECTED)))) {
                fault = Fault.Code.REJECTED;
            }
            return new LookupTrial(millis, shown, fault, null);
        } catch (LookupFailed e) {
            return new LookupTrial(millisSince(begun), List.of(), e.code(), e.detail());
        }
    }

    private List<Item> kept(TenantId tenant, List<Pushed> items) {
        if (items.isEmpty()) {
            return List.of();
        }
        List<PushResult> kept =
                TenantScope.call(tenant, Actor.platform(), () -> records.store(items, Way.LOOKUP.key()));
        List<Item> shown = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Pushed item = items.get(i);
            Outcome outcome = kept.get(i).outcome();
            JsonNode data = item.data();
            shown.add(new Item(
                    item.kind(),
                    item.id(),
                    key(outcome),
                    kept.get(i).reason(),
                    kept.get(i).errors(),
                    data == null || outcome == Outcome.REJECTED ? null : Masking.mask(item.kind(), data)));
        }
        return shown;
    }

    private static String key(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    private static long millisSince(long begun) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }
}
