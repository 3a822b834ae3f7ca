package io.xiaoer.connectors.internal.weimob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xiaoer.connectors.internal.bridges.BridgeFailed;
import io.xiaoer.connectors.internal.bridges.BridgeFailed.Why;
import io.xiaoer.connectors.internal.bridges.BridgeHttp;
import io.xiaoer.connectors.internal.bridges.Grant;
import io.xiaoer.connectors.internal.bridges.Inbound;
import io.xiaoer.connectors.internal.bridges.Push;
import io.xiaoer.connectors.internal.bridges.Ref;
import io.xiaoer.shopdata.Pushed;
import io.xiaoer.shopdata.RecordKind;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The forms in which the platform answers, says no, tells of changes, and writes ids, times and money. */
class WeimobFormsTest {

    private static final Instant NOW = Instant.parse("2026-11-26T04:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'code':{'errcode':'80001001000119','errmsg':'x'}} | TOKEN",
                "{'code':{'errcode':80001001000119,'errmsg':'x'},'data':{}} | TOKEN",
                "{'code':{'errcode':'1','errmsg':'accesstoken已失效'}} | TOKEN",
                "{'code':{'errcode':'2','errmsg':'Invalid access token: 7'}} | TOKEN",
                "{'code':{'errcode':'3','errmsg':'请求过于频繁，请稍后重试'}} | BUSY",
                "{'code':{'errcode':'4','errmsg':'接口限流'}} | BUSY",
                "{'code':{'errcode':'5','errmsg':'系统异常'}} | DOWN",
                "{'code':{'errcode':'6','errmsg':'没有权限'}} | REFUSED",
                "{'code':{'errcode':'7'}} | REFUSED",
                "{'code':{'errcode':'0'}} | WRONG_FORM",
                "{'code':{'errcode':'0'},'data':null} | WRONG_FORM",
                "{'code':{'errcode':'0'},'data':'x'} | WRONG_FORM",
                "{'code':'0','data':{}} | WRONG_FORM",
                "{'code':{'errmsg':'success'},'data':{}} | WRONG_FORM",
                "{'data':{}} | WRONG_FORM",
                "{} | WRONG_FORM"
            })
    void saysNoWithStatus200(String answer, Why why) {
        assertThatThrownBy(() -> WeimobCalls.data(json(answer)))
                .isInstanceOfSatisfying(
                        BridgeFailed.class, failed -> assertThat(failed.why()).isEqualTo(why));
    }

    @Test
    void whatItSaysIsNotPassedOn() {
        assertThat(WeimobErrors.of("6", "王小明没有权限").getMessage()).doesNotContain("王小明");
        assertThat(WeimobErrors.of("王小明", null).getMessage()).doesNotContain("王小明");
        assertThat(WeimobErrors.ofToken("王小明").getMessage()).doesNotContain("王小明");
    }

    @ParameterizedTest
    @CsvSource({
        "invalid_grant, REFUSED",
        "invalid_client, REFUSED",
        "server_error, DOWN",
        "temporarily_unavailable, DOWN"
    })
    void refusesTokensInTheWordsOfOauth(String error, Why why) {
        assertThat(WeimobErrors.ofToken(error).why()).isEqualTo(why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9007199254740993", "9007199254740995", "9223372036854775807", "4611686018427387905", "1"})
    void keepsEveryDigitOfAnIdWhetherItIsANumberOrAText(String id) throws BridgeFailed {
        for (String written : List.of(id, "'" + id + "'")) {
            Pushed order = WeimobOrders.listed(
                    json("{'orderInfo':{'orderBaseInfo':{'orderNo':" + written
                            + ",'orderStatus':2,'updateTime':1795665600000},'buyerInfo':{'wid':" + written + "}}}"),
                    NOW);
            assertThat(order.id()).isEqualTo(id);
            assertThat(data(order).path("customerId").asString()).isEqualTo(id);
            Pushed sale = WeimobRights.listed(
                    json("{'rightsOrder':{'rightsId':" + written
                            + ",'updateTime':1795665600000},'originOrder':{'orderNo':" + written + "}}"),
                    NOW);
            assertThat(sale.id()).isEqualTo(id);
            assertThat(data(sale).path("orderId").asString()).isEqualTo(id);
            Push push = push("weimob_shop.order", "statusUpdate", "{'orderNo':" + written + "}");
            assertThat(push.subject()).isEqualTo(new Ref(RecordKind.ORDERS, id));
        }
        ObjectNode asked = WeimobCalls.params();
        WeimobValues.putId(asked, "orderNo", id);
        assertThat(asked.toString()).isEqualTo("{\"orderNo\":" + id + "}");
    }

    @Test
    void takesNoFloatingNumberForAnId() {
        for (String written :
                List.of("9007199254740993.0", "9.007199254740993E15", "true", "{}", "[1]", "''", "null")) {
            assertThat(WeimobValues.text(json(written))).as(written).isNull();
        }
        assertThat(WeimobValues.isId("9223372036854775808")).isFalse();
        assertThat(WeimobValues.isId("0")).isFalse();
        assertThat(WeimobValues.isId("-1")).isFalse();
        assertThat(WeimobValues.isId("c-1")).isFalse();
    }

    @Test
    void readsAnOrderWithItsParcelsWhetherListedOrAlone() throws BridgeFailed {
        for (String parcels : List.of("fulfillOrderList", "fulfillInfoList")) {
            ObjectNode order = data(WeimobOrders.detailed(json("""
                    {'orderInfo': {'orderBaseInfo': {'orderNo': 9007199254740993, 'orderStatus': '4',
                        'createTime': '1795665600000', 'updateTime': 1795665601000, 'payTime': 0},
                      'buyerInfo': {'wid': 7}, 'payInfo': {'payAmount': 0, 'shouldPayAmount': '19.9'},
                      'items': [{'skuCode': 'a', 'goodsTitle': '苹果', 'skuNum': '0.500', 'salePrice': 39.80},
                                {'skuId': 9007199254740993, 'goodsTitle': '梨', 'skuNum': 2, 'salePrice': '5'}],
                      'orderFulfill': {'receiverInfo': {'name': '王小明', 'province': '上海市', 'city': '上海市', 'county': '徐汇区'}}},
                     'PARCELS': [{'deliveryInfo': {'companyName': '顺丰', 'number': 'SF1', 'statusName': '运输中'},
                                  'deliveryTime': 1795665602000, 'updateTime': '1795665603000'},
                                 {'fulfillStatus': 1}]}
                    """.replace("PARCELS", parcels)), NOW));
            assertThat(order.path("status").asString()).isEqualTo("partly_shipped");
            assertThat(order.path("placedAt").asString()).isEqualTo("2026-11-26T12:00+08:00");
            assertThat(order.has("paidAt")).isFalse();
            assertThat(order.path("total").asString()).isEqualTo("19.90");
            assertThat(order.at("/lines/0").toString())
                    .isEqualTo("{\"sku\":\"a\",\"name\":\"苹果\",\"quantity\":1,\"price\":\"39.80\"}");
            assertThat(order.at("/lines/1").toString())
                    .isEqualTo("{\"sku\":\"9007199254740993\",\"name\":\"梨\",\"quantity\":2,\"price\":\"5.00\"}");
            assertThat(order.at("/shipTo/region").asString()).isEqualTo("上海市 徐汇区");
            assertThat(order.path("shipments")).hasSize(1);
            assertThat(order.at("/shipments/0/trackingNo").asString()).isEqualTo("SF1");
            assertThat(order.at("/shipments/0/events").findValuesAsString("text"))
                    .containsExactly("商家已发货", "运输中");
        }
    }

    @Test
    void anAfterSaleSaysWhatWasPaidBackOnceSomethingWas() throws BridgeFailed {
        String sale =
                "{'rightsInfo':{'rightsOrder':{'rightsId':1,'rightsStatus':6,'rightsType':2,'createTime':1795665600},"
                        + "'refundDetail':{'applyAmount':'19.90','refundAmount':REFUNDED},'rightsReason':{'rightsReason':'不想要了'}}}";
        assertThat(data(WeimobRights.listed(json(sale.replace("REFUNDED", "'9.90'")), NOW))
                        .toString())
                .isEqualTo("{\"kind\":\"refund\",\"status\":\"done\",\"amount\":\"9.90\",\"reason\":\"不想要了\","
                        + "\"requestedAt\":\"2026-11-26T12:00+08:00\"}");
        for (String nothing : List.of("0", "'0.00'", "null", "''")) {
            assertThat(data(WeimobRights.listed(json(sale.replace("REFUNDED", nothing)), NOW))
                            .path("amount")
                            .asString())
                    .isEqualTo("19.90");
        }
    }

    @ParameterizedTest
    @CsvSource({"8.5, 15", "85, 15", "0.85, 15", "1, 90", "10, 0", "9.9, 1", "88, 12"})
    void aDiscountIsWhatIsLeftToPay(BigDecimal paid, BigDecimal off) {
        assertThat(WeimobCoupons.off(paid)).isEqualByComparingTo(off);
    }

    @Test
    void couponsAreOfMoneyOrOfPercentAndThoseOfGoodsAreLeftOut() {
        Pushed money = WeimobCoupons.made("7", json("""
                {'code': 'c-1', 'name': '满减', 'couponType': 1, 'status': '1', 'discountAmount': 15,
                 'useThreshold': '100', 'validDate': {'useStartTime': '1795665600000', 'useEndTime': '2026-11-27 12:00:00'}}
                """), NOW).orElseThrow();
        assertThat(money.id()).isEqualTo("c-1");
        assertThat(data(money).toString())
                .isEqualTo("{\"customerId\":\"7\",\"name\":\"满减\",\"kind\":\"amount\",\"value\":\"15.00\","
                        + "\"threshold\":\"100.00\",\"validFrom\":\"2026-11-26T12:00+08:00\","
                        + "\"validTo\":\"2026-11-27T12:00+08:00\",\"status\":\"unused\"}");
        Pushed percent = WeimobCoupons.made(
                        "7", json("{'code':'c-2','name':'折','couponType':2,'status':2,'discountAmount':'8.5'}"), NOW)
                .orElseThrow();
        assertThat(data(percent).path("value").asString()).isEqualTo("15");
        assertThat(WeimobCoupons.made("7", json("{'code':'c-3','couponType':3}"), NOW))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'orderInfo':{}}",
                "{'orderInfo':{'orderBaseInfo':{'orderNo':1}}}",
                "{'orderInfo':{'orderBaseInfo':{'orderNo':1.5,'updateTime':1795665600000}}}",
                "{'orderInfo':{'orderBaseInfo':{'orderNo':1,'updateTime':'soon'}}}",
                "{'rightsOrder':{}}",
                "[]"
            })
    void refusesWhatIsNoOrderAndNoAfterSale(String answer) {
        assertWrongForm(() -> WeimobOrders.listed(json(answer), NOW));
        assertWrongForm(() -> WeimobRights.listed(json(answer), NOW));
    }

    @Test
    void findsTheListWhateverItIsCalledAndMissesNone() throws BridgeFailed {
        assertThat(WeimobCalls.list(json("{'pageList':[{}],'totalCount':1}"), WeimobFields.LIST))
                .hasSize(1);
        assertThat(WeimobCalls.list(json("{'list':[{},{}],'total':'2'}"), WeimobFields.LIST))
                .hasSize(2);
        assertThat(WeimobCalls.list(json("{'pageList':[],'totalCount':0}"), WeimobFields.LIST))
                .isEmpty();
        assertThat(WeimobCalls.list(json("{'pageList':null,'totalCount':'0'}"), WeimobFields.LIST))
                .isEmpty();
        for (String other : List.of("{}", "{'pageList':null}", "{'pageList':{},'totalCount':3}", "{'totalCount':3}")) {
            assertWrongForm(() -> WeimobCalls.list(json(other), WeimobFields.LIST));
        }
    }

    @Test
    void tellsOfOrdersAfterSalesAndCoupons() throws BridgeFailed {
        Push order = push("weimob_shop.order", "statusUpdate", "{'orderNo':1,'updateTime':1795665600123}");
        assertThat(order.event()).isEqualTo("weimob_shop.order.statusUpdate");
        assertThat(order.version()).isEqualTo(1_795_665_600_123L);
        assertThat(push("weimob_shop.rights", "infoUpdate", "{'rightsId':2,'orderNo':1}")
                        .subject())
                .isEqualTo(new Ref(RecordKind.AFTERSALES, "2"));
        assertThat(push("mall_rights", "mall_rights_message", "{'obj':{'rightsId':3}}")
                        .subject())
                .isEqualTo(new Ref(RecordKind.AFTERSALES, "3"));
        assertThat(push("weimob_shop.rights", "create", "{'orderNo':1}").subject())
                .isEqualTo(new Ref(RecordKind.ORDERS, "1"));
        assertThat(push("weimob_crm.coupon", "expireCoupon", "{'code':'c','wid':4}")
                        .subject())
                .isEqualTo(new Ref(RecordKind.COUPONS, "4"));
        assertThat(push("weimob_crm.customer", "create", "{'wid':5}").subject())
                .isEqualTo(new Ref(RecordKind.CUSTOMERS, "5"));
        assertThat(push("weimob_shop.goods", "update", "{'goodsId':6}").subject())
                .isNull();
        assertWrongForm(() -> push("weimob_shop.order", "create", "{'orderNo':1.5}"));
    }

    /** The id may be the order's own: then it is the same for all that happens to the order. */
    @Test
    void whatIsToldAgainIsTheSameAndWhatIsToldOfTheSameOrderIsNot() throws BridgeFailed {
        Push first = push("weimob_shop.order", "statusUpdate", "{'orderNo':1,'orderStatus':2}");
        Push again = push("weimob_shop.order", "statusUpdate", "{'orderNo':1,'orderStatus':2}");
        Push next = push("weimob_shop.order", "statusUpdate", "{'orderNo':1,'orderStatus':3}");
        assertThat(again.deliveryId()).isEqualTo(first.deliveryId()).startsWith("m-1-");
        assertThat(next.deliveryId()).isNotEqualTo(first.deliveryId());
    }

    @Test
    void trialsAreAboutNothing() throws BridgeFailed {
        String trial = "{\"id\":\"m\",\"topic\":\"weimob_shop.order\",\"event\":\"create\",\"bosId\":1,\"test\":true,"
                + "\"msgBody\":\"{\\\"orderNo\\\":1}\"}";
        assertThat(WeimobPushes.read(inbound(trial), NOW).subject()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no JSON",
                "[]",
                "{}",
                "{\"id\":\"m\",\"topic\":\"t\",\"event\":\"e\"}",
                "{\"id\":\"m\",\"topic\":\"t\",\"msgBody\":\"no JSON\"}",
                "{\"id\":\"m\",\"topic\":\"t\",\"msgBody\":\"[]\"}",
                "{\"topic\":\"t\",\"msgBody\":\"{}\"}"
            })
    void refusesWhatIsNoPush(String body) {
        assertWrongForm(() -> WeimobPushes.read(inbound(body), NOW));
    }

    @Test
    void anOrderIsNotReadWithinHalfAMinute() throws BridgeFailed {
        Push push = bridge("").read(inbound(envelope("weimob_shop.order", "create", "{'orderNo':1}")), NOW);
        assertThat(Duration.between(NOW, push.notBefore())).isGreaterThanOrEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void asksTheOwnerOnThePageThatComesBackHere() {
        assertThat(bridge("7B6Ac1").authorisationPage("s&1"))
                .contains(
                        "https://x.example/fuwu/b/oauth2/authorize?enter=wm&view=pc&response_type=code&scope=default"
                                + "&client_id=7B6Ac1&redirect_uri=https%3A%2F%2Fxiaoer.example%2Fdata%2Fbridge%2Fweimob&state=s%261");
    }

    @Test
    void withoutAnAppNothingIsGenuineAndThereIsNoPage() {
        // the MD5 of nothing but the id and the message: md5("m-1{}")
        String push = "{\"id\":\"m-1\",\"topic\":\"t\",\"bosId\":1,\"sign\":\"MD5\",\"msgBody\":\"{}\"}"
                .replace("MD5", "c5439098771715ff966e65de9fa5cfa6");
        assertThat(WeimobPushes.isSigned(inbound(push), new WeimobKeys("", ""))).isTrue();
        assertThat(bridge("").isGenuine(inbound(push), null)).isFalse();
        assertThat(bridge("").authorisationPage("s")).isEmpty();
    }

    @Test
    void aTokenThatLivesTwoHoursIsNotReplacedAtOnce() {
        Instant until = NOW.plus(Duration.ofHours(2));
        Grant grant = new Grant("1", null, "t", until, "r", Map.of("lifetime", "7200"));
        assertThat(WeimobTokens.renewalOf(grant)).isBetween(NOW.plus(Duration.ofMinutes(100)), until.minusSeconds(600));
        Grant sevenDays = new Grant("1", null, "t", NOW.plus(Duration.ofDays(7)), "r", Map.of("lifetime", "604800"));
        assertThat(WeimobTokens.renewalOf(sevenDays)).isEqualTo(NOW.plus(Duration.ofDays(6)));
    }

    @Test
    void writesTimesInManyWays() {
        for (String time :
                List.of("'2026-11-26 12:00:00'", "1795665600", "1795665600000", "'1795665600000'", "'1795665600'")) {
            assertThat(WeimobValues.time(json(time))).as(time).isEqualTo(NOW);
        }
        for (String never : List.of("0", "'0'", "''", "null", "'yesterday'", "-1", "1.5")) {
            assertThat(WeimobValues.time(json(never))).as(never).isNull();
        }
    }

    private static Push push(String topic, String event, String message) throws BridgeFailed {
        return WeimobPushes.read(inbound(envelope(topic, event, message)), NOW);
    }

    private static String envelope(String topic, String event, String message) {
        return WeimobCalls.params()
                .put("id", "m-1")
                .put("topic", topic)
                .put("event", event)
                .put("bosId", 1)
                .put("msgBody", message.replace('\'', '"'))
                .toString();
    }

    private static WeimobBridge bridge(String clientId) {
        return new WeimobBridge(
                new WeimobSettings(
                        "https://x.example",
                        clientId,
                        clientId,
                        Duration.ofSeconds(31),
                        10,
                        60,
                        Duration.ofDays(180),
                        50,
                        Duration.ofDays(30),
                        1,
                        2),
                "https://xiaoer.example");
    }

    private static Inbound inbound(String push) {
        return new Inbound(Map.of(), push.getBytes(StandardCharsets.UTF_8), null);
    }

    private static JsonNode json(String text) {
        return BridgeHttp.JSON.readTree(text.replace('\'', '"'));
    }

    private static ObjectNode data(Pushed item) {
        return (ObjectNode) Objects.requireNonNull(item.data());
    }

    private static void assertWrongForm(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        BridgeFailed.class, failed -> assertThat(failed.why()).isEqualTo(Why.WRONG_FORM));
    }
}
