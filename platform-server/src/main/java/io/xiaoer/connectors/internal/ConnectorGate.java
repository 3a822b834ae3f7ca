package io.xiaoer.connectors.internal;

import io.xiaoer.connectors.ApiConnectors;
import io.xiaoer.connectors.Way;
import io.xiaoer.connectors.WayHealth;
import io.xiaoer.connectors.WayHealth.Hour;
import io.xiaoer.connectors.WayHealth.State;
import io.xiaoer.rollout.Gate;
import io.xiaoer.rollout.GateEvidence;
import io.xiaoer.rollout.GateQuestion;
import io.xiaoer.tenants.Shops;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether what the bot answers from arrives: asked only of shops that have connected anything. */
@Component
@Order(20)
class ConnectorGate implements GateEvidence {

    static final String NAME = "connector";

    /** The least share of look-ups and pushes of the last day that must have worked, on each way. */
    static final double REQUIRED = 0.95;

    private static final int PERCENT = 100;

    private final ApiConnectors connectors;
    private final Shops shops;

    ConnectorGate(ApiConnectors connectors, Shops shops) {
        this.connectors = connectors;
        this.shops = shops;
    }

    /** How one way did in the last day. */
    record Used(Way way, State state, int worked, int failed) {

        static Used of(WayHealth health) {
            return new Used(
                    health.way(),
                    health.state(),
                    health.hours().stream().mapToInt(Hour::events).sum(),
                    health.hours().stream().mapToInt(Hour::failures).sum());
        }

        double share() {
            return (double) worked / (worked + failed);
        }

        boolean isUsed() {
            return worked + failed > 0;
        }

        boolean isDown() {
            return state == State.FAILING || state == State.RESTING;
        }
    }

    @Override
    public List<Gate> gates(GateQuestion question) {
        boolean configured = connectors.get().isConfigured();
        List<Used> ways = connectors.health().stream().map(Used::of).toList();
        return gate(configured, ways, shops.current().locale().startsWith("en"));
    }

    /** The way that does worst decides. */
    static List<Gate> gate(boolean configured, List<Used> ways, boolean english) {
        if (!configured && ways.stream().allMatch(way -> way.state() == State.UNUSED)) {
            return List.of();
        }
        Used worst = ways.stream()
                .filter(Used::isUsed)
                .min((one, other) -> Double.compare(one.share(), other.share()))
                .orElse(null);
        Used down = ways.stream().filter(Used::isDown).findFirst().orElse(null);
        if (worst == null && down == null) {
            return List.of(Gate.notEnough(
                    NAME,
                    REQUIRED,
                    null,
                    english
                            ? "Not enough yet: nothing came from the shop's system in the last day."
                            : "还不够：最近一天没有从店铺系统收到任何数据。"));
        }
        Double measured = worst == null ? null : (Double) worst.share();
        boolean met = down == null && measured != null && measured >= REQUIRED;
        return List.of(new Gate(NAME, REQUIRED, measured, null, met, note(worst, down, english)));
    }

    private static String note(@Nullable Used worst, @Nullable Used down, boolean english) {
        StringBuilder note = new StringBuilder();
        if (down != null) {
            note.append(
                    english
                            ? "The " + name(down.way(), true) + " fails right now. "
                            : name(down.way(), false) + "现在不通。");
        }
        if (worst != null) {
            note.append(
                    english
                            ? "In the last day " + percent(worst) + " of the " + name(worst.way(), true) + " worked ("
                                    + worst.failed() + " of " + (worst.worked() + worst.failed()) + " failed)."
                            : "最近一天" + name(worst.way(), false) + "成功率 " + percent(worst) + "（"
                                    + (worst.worked() + worst.failed()) + " 次里失败 " + worst.failed() + " 次）。");
        }
        return note.toString().strip();
    }

    /** Rounded down: what is not all of it does not read as all. */
    private static String percent(Used way) {
        return String.format(Locale.ROOT, "%d%%", (int) Math.floor(PERCENT * way.share()));
    }

    private static String name(Way way, boolean english) {
        return switch (way) {
            case PUSH -> english ? "push" : "数据推送";
            case LOOKUP -> english ? "look-up" : "实时查询";
            case WEBHOOK -> english ? "webhook" : "事件通知";
            case BRIDGE -> english ? "platform" : "平台同步";
        };
    }
}
