package io.xiaoer.connectors.internal;

import io.xiaoer.shopdata.Pushed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a look-up's answer holds about the customer that was asked about, and what it holds beside that.
 *
 * @param own about that customer, or about nobody
 * @param foreign about other customers, or about orders of others
 */
record Sifted(List<Pushed> own, List<Pushed> foreign) {

    /** @param customersOfOrders whose orders are, as far as that is known already */
    static Sifted of(
            List<Pushed> items, String customerId, Function<Set<String>, Map<String, String>> customersOfOrders) {
        Map<String, String> owners = new HashMap<>();
        for (Pushed item : items) {
            String id = item.id();
            String customer = Batches.text(item.data(), "customerId");
            if ("orders".equals(item.kind()) && id != null && customer != null) {
                owners.put(id, customer);
            }
        }
        Set<String> asked = new HashSet<>(owners.keySet());
        items.stream()
                .filter(item -> "aftersales".equals(item.kind()))
                .map(item -> Batches.text(item.data(), "orderId"))
                .filter(Objects::nonNull)
                .forEach(asked::add);
        if (!asked.isEmpty()) {
            // an order keeps its customer, whatever the answer says
            owners.putAll(customersOfOrders.apply(asked));
        }
        Map<Boolean, List<Pushed>> parted = items.stream()
                .collect(Collectors.partitioningBy(item -> isAbout(item, customerId, owners), Collectors.toList()));
        return new Sifted(
                new ArrayList<>(parted.getOrDefault(true, List.of())),
                new ArrayList<>(parted.getOrDefault(false, List.of())));
    }

    private static boolean isAbout(Pushed item, String customerId, Map<String, String> owners) {
        return switch (item.kind()) {
            case "customers" -> customerId.equals(item.id());
            case "coupons" -> isNobodyElse(Batches.text(item.data(), "customerId"), customerId);
            case "orders" ->
                isNobodyElse(Batches.text(item.data(), "customerId"), customerId)
                        && isNobodyElse(owners.get(item.id()), customerId);
            case "aftersales" -> {
                String order = Batches.text(item.data(), "orderId");
                yield order == null || customerId.equals(owners.get(order));
            }
            // products are nobody's, and what is no kind at all is rejected by the store
            case null, default -> true;
        };
    }

    /** What lacks its customer is rejected by the store, which can say so better. */
    private static boolean isNobodyElse(@Nullable String customer, String customerId) {
        return customer == null || customer.equals(customerId);
    }
}
