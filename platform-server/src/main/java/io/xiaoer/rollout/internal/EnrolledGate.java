package io.xiaoer.rollout.internal;

import io.xiaoer.rollout.Gate;
import io.xiaoer.rollout.GateEvidence;
import io.xiaoer.rollout.GateQuestion;
import io.xiaoer.rollout.Pilot;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.Shops;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether enough shoppers are in a pilot. */
@Component
@Order(0)
class EnrolledGate implements GateEvidence {

    private final RolloutRows rows;
    private final Shops shops;

    EnrolledGate(RolloutRows rows, Shops shops) {
        this.rows = rows;
        this.shops = shops;
    }

    @Override
    public List<Gate> gates(GateQuestion question) {
        if (!question.asksForShoppers()) {
            return List.of();
        }
        int enrolled = rows.find(TenantScope.required(), question.bot())
                .map(rollout -> rollout.pilot().enrolled())
                .orElse(0);
        return List.of(Gate.atLeast("enrolled", Pilot.FEWEST, enrolled, note(enrolled)));
    }

    private String note(int enrolled) {
        int missing = Pilot.FEWEST - enrolled;
        if (shops.current().locale().startsWith("zh")) {
            return missing > 0 ? "已有 " + enrolled + " 位顾客参加，还差 " + missing + " 位" : "已有 " + enrolled + " 位顾客参加";
        }
        return missing > 0
                ? enrolled + " shoppers are in, " + missing + " more are needed"
                : enrolled + " shoppers are in";
    }
}
