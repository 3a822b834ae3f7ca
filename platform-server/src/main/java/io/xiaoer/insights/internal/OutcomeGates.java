package io.xiaoer.insights.internal;

import io.xiaoer.conversations.Beacons;
import io.xiaoer.conversations.Beacons.BrowserErrors;
import io.xiaoer.conversations.Beacons.OfMembers;
import io.xiaoer.conversations.HandoverReason;
import io.xiaoer.insights.Shares;
import io.xiaoer.insights.Slice;
import io.xiaoer.rollout.Gate;
import io.xiaoer.rollout.GateEvidence;
import io.xiaoer.rollout.GateQuestion;
import io.xiaoer.rollout.Interval;
import io.xiaoer.rollout.Targets;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.Shops;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Measures on a pilot's members how the piloted release does: what became of their questions, and what their browsers told. */
@Component
@Order(30)
class OutcomeGates implements GateEvidence {

    private static final int MOST_BROWSERS = 5;

    private final ShareRows rows;
    private final OutcomeLine line;
    private final Beacons beacons;
    private final Shops shops;
    private final Clock clock;

    OutcomeGates(ShareRows rows, OutcomeLine line, Beacons beacons, Shops shops, Clock clock) {
        this.rows = rows;
        this.line = line;
        this.beacons = beacons;
        this.shops = shops;
        this.clock = clock;
    }

    @Override
    public List<Gate> gates(GateQuestion question) {
        if (!question.asksForShoppers()) {
            return List.of();
        }
        TenantId tenant = TenantScope.required();
        line.settle(tenant);
        OffsetDateTime now = OffsetDateTime.now(clock);
        Slice members = Slice.members(question.pilot(), question.since(), now.plusSeconds(1))
                .of(question.release());
        Shares shares = rows.count(tenant, question.bot(), members);
        OffsetDateTime kept = now.minus(Beacons.KEPT);
        boolean young = !question.since().isBefore(kept);
        OffsetDateTime told = young ? question.since() : kept;
        Shares sinceTold = young
                ? shares
                : rows.count(
                        tenant,
                        question.bot(),
                        new Slice(question.pilot(), false, question.release(), kept, members.to()));
        return gates(
                shares,
                sinceTold,
                beacons.ofMembers(question.bot(), question.pilot(), told),
                question.targets(),
                new InsightTexts(shops.current().locale()));
    }

    /**
     * Pure.
     *
     * @param told what browsers told, in the time of {@code sinceTold}
     */
    static List<Gate> gates(Shares shares, Shares sinceTold, OfMembers told, Targets targets, InsightTexts texts) {
        boolean enough = shares.conversations() >= targets.conversations();
        return List.of(
                Gate.atLeast(
                        "conversations",
                        targets.conversations(),
                        shares.conversations(),
                        texts.conversations(shares.conversations(), targets.conversations())),
                least("resolved", targets.resolved(), shares.resolved(), shares.conversations(), enough, texts),
                most("unknown", targets.unknown(), shares.unknown(), shares.questions(), enough, texts, ""),
                most(
                        "handover",
                        targets.handover(),
                        shares.handedOver(),
                        shares.conversations(),
                        enough,
                        texts,
                        texts.reasons(reasons(shares, texts))),
                most(
                        "thumbs-down",
                        targets.thumbsDown(),
                        shares.unhelpful(),
                        shares.feedback(),
                        true,
                        texts,
                        shares.feedback() == 0 ? "" : texts.feedback(shares.feedback(), shares.questions())),
                widgetErrors(targets, sinceTold, told, texts),
                most(
                        "reply-time",
                        targets.slow(),
                        Math.min(told.slowReplies(), sinceTold.questions()),
                        sinceTold.questions(),
                        enough,
                        texts,
                        texts.slow(told.slowReplies(), sinceTold.questions(), shares.p95Millis())));
    }

    private static Gate least(String name, double required, int cases, int trials, boolean enough, InsightTexts texts) {
        if (trials == 0) {
            return Gate.notEnough(name, required, null, texts.notBegun());
        }
        return read(Gate.shareAtLeast(name, required, cases, trials, ""), trials, enough, texts, "");
    }

    private static Gate most(
            String name, double required, int cases, int trials, boolean enough, InsightTexts texts, String more) {
        if (trials == 0) {
            return Gate.notEnough(
                    name, required, null, name.equals("thumbs-down") ? texts.noFeedback() : texts.notBegun());
        }
        return read(Gate.shareAtMost(name, required, cases, trials, ""), trials, enough, texts, more);
    }

    /** As long as there are too few conversations, nothing is met; what already misses the mark does. */
    private static Gate read(Gate gate, int trials, boolean enough, InsightTexts texts, String more) {
        Interval interval = gate.interval();
        if (interval == null) {
            throw new IllegalStateException("a share has an interval");
        }
        Boolean met = enough || Boolean.FALSE.equals(gate.met()) ? gate.met() : null;
        String note = met != null
                ? texts.sure(trials, interval.low(), interval.high())
                : gate.holds() ? texts.goodSoFar(trials) : texts.tooFew(trials, interval.low(), interval.high());
        return new Gate(gate.name(), gate.required(), gate.measured(), interval, met, note + more);
    }

    /** Errors are counted, not sampled: enough conversations without too many of them will do. */
    private static Gate widgetErrors(Targets targets, Shares shares, OfMembers told, InsightTexts texts) {
        int conversations = shares.conversations();
        int errors = told.allErrors();
        if (conversations == 0) {
            return Gate.notEnough("widget-errors", targets.widgetErrors(), null, texts.notBegun());
        }
        double measured = (double) errors / conversations;
        Interval interval = Interval.wilson(Math.min(errors, conversations), conversations);
        boolean within = measured <= targets.widgetErrors();
        Boolean met = within && conversations >= targets.conversations()
                ? Boolean.TRUE
                : interval.low() > targets.widgetErrors() ? Boolean.FALSE : null;
        return new Gate(
                "widget-errors",
                targets.widgetErrors(),
                measured,
                interval,
                met,
                texts.browsers(errors, conversations, browsers(told)));
    }

    private static List<String> browsers(OfMembers told) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (BrowserErrors one : told.errors()) {
            counts.merge(one.browser(), one.count(), Integer::sum);
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MOST_BROWSERS)
                .map(browser -> browser.getKey() + " " + browser.getValue())
                .toList();
    }

    private static List<String> reasons(Shares shares, InsightTexts texts) {
        return shares.reasons().entrySet().stream()
                .sorted(Map.Entry.<HandoverReason, Integer>comparingByValue().reversed())
                .map(reason -> texts.reason(reason.getKey(), reason.getValue()))
                .toList();
    }
}
