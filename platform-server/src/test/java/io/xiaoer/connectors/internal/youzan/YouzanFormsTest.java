package io.xiaoer.connectors.internal.youzan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xiaoer.connectors.internal.bridges.BridgeFailed;
import io.xiaoer.connectors.internal.bridges.BridgeFailed.Why;
import io.xiaoer.connectors.internal.bridges.BridgeHttp;
import io.xiaoer.connectors.internal.bridges.Inbound;
import io.xiaoer.connectors.internal.bridges.Push;
import io.xiaoer.connectors.internal.bridges.Ref;
import io.xiaoer.connectors.internal.youzan.YouzanPosition.Window;
import io.xiaoer.shopdata.Pushed;
import io.xiaoer.shopdata.RecordKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The forms in which the platform says no, tells of changes and writes times. */
class YouzanFormsTest {

    private static final Instant NOW = Instant.parse("2026-11-26T04:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'gw_err_resp':{'err_code':4101,'err_msg':'x','trace_id':'t'}} | BUSY",
                "{'gw_err_resp':{'err_code':4201,'err_msg':'x'}} | TOKEN",
                "{'code':4202,'success':false,'message':'x'} | TOKEN",
                "{'error_response':{'code':4203,'msg':'x'}} | TOKEN",
                "{'error_response':{'code':4204,'msg':'x'}} | REFUSED",
                "{'code':101305001,'success':false,'message':'x'} | REFUSED",
                "{'code':500,'data':{}} | DOWN",
                "{'success':true,'code':200} | WRONG_FORM",
                "{'success':true,'code':200,'data':null} | WRONG_FORM"
            })
    void saysNoWithStatus200(String answer, Why why) {
        assertThatThrownBy(() -> YouzanCalls.data(BridgeHttp.JSON.readTree(answer.replace('\'', '"'))))
                .isInstanceOfSatisfying(
                        BridgeFailed.class, failed -> assertThat(failed.why()).isEqualTo(why));
    }

    @Test
    void tellsOfATradeInPercentEncodedJson() throws BridgeFailed {
        Push push = read("{'msg_id':'m-1','type':'trade_TradePaid','kdt_id':1234,'id':'E0','version':7,"
                + "'msg':'%7B%22tid%22%3A%22E1%22%7D'}");
        assertThat(push.deliveryId()).isEqualTo("m-1");
        assertThat(push.subject()).isEqualTo(new Ref(RecordKind.ORDERS, "E1"));
        assertThat(push.version()).isEqualTo(7);
    }

    @Test
    void tellsOfARefundInAnObject() throws BridgeFailed {
        Push push = read("{'msg_id':'m-2','type':'youzan_trade_RefundSuccess','id':'E1','version':1,"
                + "'msg':{'refund_id':'R1','tid':'E1'}}");
        assertThat(push.subject()).isEqualTo(new Ref(RecordKind.AFTERSALES, "R1"));
    }

    @Test
    void trialsAndOtherEventsAreAboutNothing() throws BridgeFailed {
        assertThat(read("{'msg_id':'m-3','type':'trade_TradePaid','id':'E1','test':true}")
                        .subject())
                .isNull();
        assertThat(read("{'msg_id':'m-4','type':'item_Update','id':'1'}").subject())
                .isNull();
    }

    @Test
    void whoeverTellsSaysWhatItIsAboutBesideAMessageThatCannotBeRead() throws BridgeFailed {
        assertThat(read("{'msg_id':'m-5','type':'trade_TradePaid','id':'E1','msg':'%%%'}")
                        .subject())
                .isEqualTo(new Ref(RecordKind.ORDERS, "E1"));
        assertThatThrownBy(() -> read("{'msg_id':'m-6','type':'trade_TradePaid','msg':'%%%'}"))
                .isInstanceOf(BridgeFailed.class);
    }

    @Test
    void oneOfAnotherFormSpoilsNoPage() throws BridgeFailed {
        JsonNode good =
                BridgeHttp.JSON.readTree("{\"refund_id\":\"R1\",\"tid\":\"E1\",\"modified\":\"2026-11-26 11:00:00\"}");
        JsonNode odd = BridgeHttp.JSON.readTree("{\"refund\":1}");
        List<Pushed> made =
                YouzanReading.each(BridgeHttp.JSON.createArrayNode().add(odd).add(good), YouzanRefunds::listed, NOW);
        assertThat(made).extracting(Pushed::id).containsExactly("R1", null);
        assertThatThrownBy(() -> YouzanReading.each(
                        BridgeHttp.JSON.createArrayNode().add(odd).add(odd), YouzanRefunds::listed, NOW))
                .isInstanceOf(BridgeFailed.class);
    }

    @Test
    void timeIsCutUntilWhatIsInItCanBeShown() {
        YouzanPosition at = YouzanPosition.beginOf(RecordKind.ORDERS, List.of(new Window(0, 9, 0)));
        at = at.planned(List.of(), at.unplanned().getFirst().halves());
        assertThat(at.unplanned()).containsExactly(new Window(5, 9, 0), new Window(0, 4, 0));
        at = at.planned(List.of(new Window(5, 9, 150)), List.of());
        assertThat(at.total()).isNull();
        at = at.planned(List.of(), List.of());
        assertThat(at.total()).isEqualTo(150);
        assertThat(at.page()).as("the last page first").isEqualTo(2);
        assertThat(YouzanPosition.parse(at.text())).isEqualTo(at);
        at = at.after(50);
        assertThat(at.page()).isEqualTo(1);
        assertThat(at.after(100).ended()).isTrue();
    }

    @Test
    void anOrderIsNotReadWithinHalfAMinute() throws BridgeFailed {
        YouzanSettings settings = new YouzanSettings(
                "https://x.example", "https://x.example", "", "", Duration.ofSeconds(31), 10, 60, Duration.ofDays(180));
        Push push = new YouzanBridge(settings).read(inbound("{'msg_id':'m','type':'trade_TradePaid','id':'E1'}"), NOW);
        assertThat(Duration.between(NOW, push.notBefore())).isGreaterThanOrEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void withoutAnAppNothingIsGenuine() {
        YouzanSettings settings = new YouzanSettings(
                "https://x.example", "https://x.example", "", "", Duration.ofSeconds(31), 10, 60, Duration.ofDays(180));
        // the MD5 of nothing but the body
        Inbound push = new Inbound(
                Map.of("event-sign", "99914b932bd37a50b983c5e7c90ae93b"), "{}".getBytes(StandardCharsets.UTF_8), null);
        assertThat(new YouzanBridge(settings).isGenuine(push, null)).isFalse();
        assertThat(new YouzanBridge(settings).authorisationPage("s")).isEmpty();
    }

    @Test
    void writesTimesInThreeWays() {
        for (String time : List.of("'2026-11-26 12:00:00'", "1795665600", "1795665600000")) {
            assertThat(YouzanFields.time(BridgeHttp.JSON.readTree(time.replace('\'', '"'))))
                    .isEqualTo(NOW);
        }
        assertThat(YouzanFields.time(BridgeHttp.JSON.readTree("\"yesterday\""))).isNull();
        assertThat(YouzanFields.time(BridgeHttp.JSON.readTree("0"))).isNull();
        assertThat(YouzanFields.time(NOW)).isEqualTo("2026-11-26 12:00:00");
    }

    @Test
    void keepsEveryDigitOfAnId() {
        assertThat(YouzanFields.text(BridgeHttp.JSON.readTree("9223372036854775807")))
                .isEqualTo("9223372036854775807");
    }

    private static Push read(String push) throws BridgeFailed {
        return YouzanPushes.read(inbound(push), NOW);
    }

    private static Inbound inbound(String push) {
        return new Inbound(Map.of(), push.replace('\'', '"').getBytes(StandardCharsets.UTF_8), null);
    }
}
