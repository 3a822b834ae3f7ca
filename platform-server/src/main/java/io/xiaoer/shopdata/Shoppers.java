package io.xiaoer.shopdata;

import io.xiaoer.shared.Page;
import io.xiaoer.shared.Problem;
import io.xiaoer.shopdata.internal.ShopperRows;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The bound shop's shoppers as its members see them: phones, addresses and addressees are masked. */
@Service
@Requires(Permission.VIEW)
public class Shoppers {

    private final ShopperRows rows;
    private final ShopData data;

    Shoppers(ShopperRows rows, ShopData data) {
        this.rows = rows;
        this.data = data;
    }

    /**
     * Shoppers in the order of their ids.
     *
     * @param text begins the id or is part of the name; blank for all. A whole id also finds somebody of whom only orders or
     *     coupons are known
     */
    @Transactional(readOnly = true)
    public Page<ShopperLine> search(String text, @Nullable String cursor, int limit) {
        TenantId tenant = TenantScope.required();
        String after = Page.after(cursor);
        List<Customer> found = rows.search(tenant, text.strip(), after, limit + 1);
        List<ShopperLine> lines =
                new ArrayList<>(found.stream().map(Shoppers::line).toList());
        if (found.isEmpty() && after.isEmpty() && !text.isBlank() && rows.hasRecords(tenant, text.strip())) {
            lines.add(new ShopperLine(text.strip(), null, null, null, null));
        }
        return Page.of(lines, limit, ShopperLine::id);
    }

    /** The masked names of those customers of whom one is known, by their ids. */
    @Transactional(readOnly = true)
    public Map<String, String> maskedNames(Collection<String> customerIds) {
        Map<String, String> masked = new HashMap<>();
        rows.names(TenantScope.required(), customerIds).forEach((id, name) -> {
            String mask = MaskedName.of(name);
            if (mask != null) {
                masked.put(id, mask);
            }
        });
        return masked;
    }

    /** @throws Problem if nothing is known of them */
    @Transactional(readOnly = true)
    public ShopperRecords get(String customerId) {
        ShopperRecords all = data.of(customerId, List.of());
        if (all.customer() == null && all.orders().isEmpty() && all.coupons().isEmpty()) {
            throw Problem.notFound("shopper");
        }
        return new ShopperRecords(
                all.customer() == null ? null : Masked.of(all.customer()),
                all.orders().stream().map(Masked::of).toList(),
                all.afterSales(),
                all.coupons(),
                all.products());
    }

    /** How much there is of each kind, in the kinds' order. */
    @Transactional(readOnly = true)
    public List<KindCount> counts() {
        return rows.counts(TenantScope.required());
    }

    private static ShopperLine line(Customer customer) {
        return new ShopperLine(
                customer.id(),
                customer.name(),
                Masked.phone(customer.phone()),
                customer.memberLevel(),
                customer.freshness());
    }
}
