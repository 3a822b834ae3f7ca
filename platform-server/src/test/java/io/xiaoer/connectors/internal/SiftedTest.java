package io.xiaoer.connectors.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.shopdata.Pushed;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SiftedTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void keepsWhatIsAboutTheCustomerAskedAbout() {
        Sifted sifted = sift(
                item("customers", "c1", "{}"),
                item("orders", "o1", "{'customerId': 'c1'}"),
                item("coupons", "k1", "{'customerId': 'c1'}"),
                item("aftersales", "a1", "{'orderId': 'o1'}"),
                item("aftersales", "a2", "{'orderId': 'known-o'}"),
                item("products", "p1", "{}"));
        assertThat(sifted.foreign()).isEmpty();
        assertThat(sifted.own()).hasSize(6);
    }

    @Test
    void partsWhatIsAboutOthers() {
        Sifted sifted = sift(
                item("customers", "c2", "{}"),
                item("orders", "o1", "{'customerId': 'c2'}"),
                item("coupons", "k1", "{'customerId': 'c2'}"),
                item("aftersales", "a1", "{'orderId': 'o1'}"),
                item("aftersales", "a2", "{'orderId': 'nobodys'}"));
        assertThat(sifted.own()).isEmpty();
        assertThat(sifted.foreign()).hasSize(5);
    }

    @Test
    void anOrderKeepsItsCustomerWhateverTheAnswerSays() {
        Sifted sifted = sift(
                item("orders", "theirs", "{'customerId': 'c1'}"), item("aftersales", "a1", "{'orderId': 'theirs'}"));
        assertThat(sifted.own()).isEmpty();
    }

    @Test
    void leavesWhatIsNotValidToTheStoreWhichSaysWhy() {
        Sifted sifted =
                sift(item("orders", "o1", "{}"), item("gadgets", "g", "{}"), new Pushed(null, null, null, null));
        assertThat(sifted.foreign()).isEmpty();
        assertThat(sifted.own()).hasSize(3);
    }

    private static Sifted sift(Pushed... items) {
        return Sifted.of(List.of(items), "c1", asked -> Map.of("known-o", "c1", "theirs", "c2"));
    }

    private static Pushed item(String kind, String id, String data) {
        return new Pushed(kind, id, JSON.readTree(data.replace('\'', '"')), "2026-11-11T00:00:00Z");
    }
}
