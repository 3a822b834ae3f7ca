package io.xiaoer.connectors.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MaskingTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void masksPeopleAndLeavesGoods() {
        String masked = Masking.mask("orders", JSON.readTree("""
                        {"customerId": "c1", "lines": [{"name": "面霜", "price": "19.90"}],
                         "shipTo": {"name": "林晓晓", "phone": "13800138000", "region": "上海", "address": "南京路1号"},
                         "shipments": [{"courierName": "王师傅", "courierPhone": "13900001111", "trackingNo": "SF1"}]}""")).toString();
        assertThat(masked)
                .contains("面霜", "19.90", "上海", "SF1", "\"林**\"", "138****00", "\"王**\"")
                .doesNotContain("晓", "0138", "南京路", "师傅", "0000");
    }

    @Test
    void masksACustomersNameButNotAProducts() {
        assertThat(Masking.mask("customers", JSON.readTree("{\"name\": \"林晓\"}"))
                        .toString())
                .isEqualTo("{\"name\":\"林**\"}");
        assertThat(Masking.mask("products", JSON.readTree("{\"name\": \"面霜\"}")).toString())
                .contains("面霜");
    }

    @Test
    void masksAShortOrNumericPhone() {
        assertThat(Masking.phone("12345")).isEqualTo("***");
        assertThat(Masking.mask("customers", JSON.readTree("{\"phone\": 13800138000}"))
                        .toString())
                .isEqualTo("{\"phone\":\"138****00\"}");
    }
}
