package io.xiaoer.shopdata.internal;

import io.xiaoer.shopdata.Erasure;
import io.xiaoer.shopdata.ShopperErasures;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Erasing shoppers, and proof of it. */
@RestController
@RequestMapping("/api/v1/shop")
class ErasureController {

    private final ShopperErasures erasures;

    ErasureController(ShopperErasures erasures) {
        this.erasures = erasures;
    }

    /** Does not say whom: who asks knows. */
    record Tombstone(UUID erasureId, OffsetDateTime erasedAt, String by, Map<String, Integer> records) {
        static Tombstone of(Erasure erasure) {
            return new Tombstone(erasure.id(), erasure.erasedAt(), erasure.by(), erasure.records());
        }
    }

    record Tombstones(boolean erased, List<Tombstone> items) {}

    @DeleteMapping("/customers/{id}")
    Tombstone erase(@PathVariable String id) {
        return Tombstone.of(erasures.erase(id));
    }

    @GetMapping("/erasures")
    Tombstones find(@RequestParam String customerId) {
        List<Tombstone> items =
                erasures.of(customerId).stream().map(Tombstone::of).toList();
        return new Tombstones(!items.isEmpty(), items);
    }
}
