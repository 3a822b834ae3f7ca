package io.xiaoer.conversations.internal;

import io.xiaoer.bots.Bot;
import io.xiaoer.bots.BotId;
import io.xiaoer.bots.Bots;
import io.xiaoer.conversations.internal.TrafficRows.Period;
import io.xiaoer.shared.Figures;
import io.xiaoer.shared.Health;
import io.xiaoer.shared.HealthProbe;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** How much is asked of a shop's bots, and what comes of it. */
@Component
class TrafficProbe implements HealthProbe {

    private final TrafficRows rows;
    private final Bots bots;

    TrafficProbe(TrafficRows rows, Bots bots) {
        this.rows = rows;
        this.bots = bots;
    }

    @Override
    public Health examine(List<Span> spans) {
        TenantId tenant = TenantScope.required();
        List<BotId> all = bots.all().stream().map(Bot::id).toList();
        Map<Integer, Figures> counted = rows.figures(
                tenant,
                all,
                IntStream.range(0, spans.size())
                        .mapToObj(slot -> new Period(
                                slot, spans.get(slot).begin(), spans.get(slot).end()))
                        .toList());
        return Health.ofFigures(
                rows.last(tenant, all),
                IntStream.range(0, spans.size())
                        .mapToObj(slot -> counted.getOrDefault(slot, Figures.NOTHING))
                        .toList());
    }
}
