package io.xiaoer.shopdata.internal;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.xiaoer.shopdata.Freshness;
import io.xiaoer.shopdata.RecordKind;
import io.xiaoer.shopdata.ShopRecord;
import io.xiaoer.tenancy.TenantId;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A record as its row keeps it: JSON, with what is personal in it taken out and sealed. */
@Component
class RecordJson {

    private static final String COURIERS = "couriers";
    private static final List<String> COURIER = List.of("courierName", "courierPhone");

    private final JsonMapper json;
    private final Sealing sealing;

    RecordJson(JsonMapper json, Sealing sealing) {
        this.json = json.rebuild()
                .changeDefaultPropertyInclusion(value -> value.withValueInclusion(Include.NON_NULL))
                .build();
        this.sealing = sealing;
    }

    /** @param sealed null if nothing in it is personal */
    record Written(String data, byte @Nullable [] sealed) {}

    /** What a row holds beside its lookups. */
    record Row(RecordKind kind, String id, String data, byte @Nullable [] sealed, Freshness freshness) {

        Row(
                RecordKind kind,
                String id,
                String data,
                byte @Nullable [] sealed,
                String source,
                OffsetDateTime updatedAt,
                OffsetDateTime receivedAt) {
            this(kind, id, data, sealed, new Freshness(source, updatedAt, receivedAt));
        }
    }

    Written write(TenantId tenant, ShopRecord record) {
        ObjectNode open = json.valueToTree(record);
        open.remove(List.of("id", "freshness"));
        ObjectNode personal = json.createObjectNode();
        switch (RecordKind.of(record)) {
            case CUSTOMERS -> move(open, personal, "phone");
            case ORDERS -> {
                move(open, personal, "shipTo");
                moveCouriers(open, personal);
            }
            case PRODUCTS, AFTERSALES, COUPONS -> {}
        }
        byte @Nullable [] sealed = personal.isEmpty()
                ? null
                : sealing.seal(tenant, RecordKind.of(record).key(), record.id(), json.writeValueAsString(personal));
        return new Written(json.writeValueAsString(open), sealed);
    }

    ShopRecord read(TenantId tenant, Row row) {
        ObjectNode tree = (ObjectNode) json.readTree(row.data());
        tree.put("id", row.id());
        tree.set("freshness", json.valueToTree(row.freshness()));
        if (row.sealed() != null) {
            JsonNode personal = json.readTree(sealing.open(tenant, row.kind().key(), row.id(), row.sealed()));
            personal.forEachEntry((name, value) -> {
                if (name.equals(COURIERS)) {
                    putCouriersBack(tree.path("shipments"), value);
                } else {
                    tree.set(name, value);
                }
            });
        }
        return json.treeToValue(tree, row.kind().type());
    }

    private static void move(ObjectNode from, ObjectNode to, String name) {
        @Nullable JsonNode value = from.remove(name);
        if (value != null) {
            to.set(name, value);
        }
    }

    /** One object for each shipment, empty ones too, so that each finds its own again. */
    private void moveCouriers(ObjectNode order, ObjectNode personal) {
        ArrayNode couriers = json.createArrayNode();
        boolean any = false;
        for (JsonNode shipment : order.path("shipments")) {
            ObjectNode courier = couriers.addObject();
            COURIER.forEach(name -> move((ObjectNode) shipment, courier, name));
            any |= !courier.isEmpty();
        }
        if (any) {
            personal.set(COURIERS, couriers);
        }
    }

    private static void putCouriersBack(JsonNode shipments, JsonNode couriers) {
        for (int i = 0; i < shipments.size(); i++) {
            ObjectNode shipment = (ObjectNode) shipments.path(i);
            couriers.path(i).forEachEntry(shipment::set);
        }
    }
}
