package io.xiaoer.connectors.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.connectors.Way;
import io.xiaoer.connectors.WayHealth.State;
import io.xiaoer.connectors.internal.ConnectorGate.Used;
import io.xiaoer.rollout.Gate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectorGateTest {

    private static final Used NO_PUSH = new Used(Way.PUSH, State.UNUSED, 0, 0);

    @Test
    void asksNothingOfAShopThatIsNotConnected() {
        assertThat(ConnectorGate.gate(false, List.of(NO_PUSH), false)).isEmpty();
    }

    @Test
    void aWorkingConnectionIsMet() {
        Gate gate =
                only(List.of(new Used(Way.PUSH, State.WORKING, 400, 0), new Used(Way.LOOKUP, State.WORKING, 96, 4)));

        assertThat(gate.holds()).isTrue();
        assertThat(gate.measured()).isEqualTo(0.96);
        assertThat(gate.note()).contains("实时查询").contains("96%").contains("4 次");
    }

    @Test
    void theWorstWayDecides() {
        Gate gate =
                only(List.of(new Used(Way.PUSH, State.WORKING, 10_000, 0), new Used(Way.LOOKUP, State.WORKING, 8, 2)));

        assertThat(gate.met()).isFalse();
        assertThat(gate.measured()).isEqualTo(0.8);
    }

    @Test
    void whatFailsNowIsNotMetHoweverTheDayWas() {
        Gate gate = only(List.of(new Used(Way.LOOKUP, State.RESTING, 990, 10)));

        assertThat(gate.met()).isFalse();
        assertThat(gate.note()).contains("现在不通");
        assertThat(ConnectorGate.gate(true, List.of(new Used(Way.WEBHOOK, State.FAILING, 0, 0)), true)
                        .getFirst()
                        .met())
                .isFalse();
    }

    @Test
    void aConnectionOfWhichNothingCameIsNotEnoughYet() {
        Gate gate = only(List.of(NO_PUSH));

        assertThat(gate.met()).isNull();
        assertThat(gate.note()).startsWith("还不够");
        // it pushed once, but not lately
        assertThat(ConnectorGate.gate(false, List.of(new Used(Way.PUSH, State.WORKING, 0, 0)), false)
                        .getFirst()
                        .met())
                .isNull();
    }

    private static Gate only(List<Used> ways) {
        List<Gate> gates = ConnectorGate.gate(true, ways, false);
        assertThat(gates).hasSize(1);
        assertThat(gates.getFirst().name()).isEqualTo("connector");
        return gates.getFirst();
    }
}
