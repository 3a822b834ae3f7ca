package io.xiaoer.insights.internal;

import io.xiaoer.insights.Cause;
import io.xiaoer.insights.Digest.Advice;
import io.xiaoer.insights.Digest.Figures;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** What is kept of a day: counts, and where the questions stand that it tells of, so that their words can be forgotten. */
public record DigestContent(List<Part> bots) {

    /** A bot's. */
    public record Part(
            UUID bot,
            String name,
            Figures day,
            Figures before,
            Figures weekBefore,
            List<Place> toFix,
            List<OffsetDateTime> halts,
            List<Advice> next) {}

    /** Where a question that failed was asked last. */
    public record Place(UUID conversation, int seq, Cause cause, int count, int shoppers) {}
}
