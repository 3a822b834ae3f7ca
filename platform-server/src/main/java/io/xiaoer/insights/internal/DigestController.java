package io.xiaoer.insights.internal;

import io.xiaoer.bots.BotId;
import io.xiaoer.bots.Bots;
import io.xiaoer.insights.Digest;
import io.xiaoer.insights.Digest.BotDay;
import io.xiaoer.insights.Digest.Figures;
import io.xiaoer.insights.Digests;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A bot's days in short, newest first. */
@RestController
class DigestController {

    private static final int DAYS = 31;

    private final Bots bots;
    private final Digests digests;

    DigestController(Bots bots, Digests digests) {
        this.bots = bots;
        this.digests = digests;
    }

    record ToFixResource(String text, String cause, int count, int shoppers) {}

    record AdviceResource(String kind, int count) {}

    record DigestResource(
            LocalDate day,
            boolean mailed,
            OffsetDateTime madeAt,
            Figures figures,
            Figures dayBefore,
            Figures weekBefore,
            List<ToFixResource> toFix,
            List<OffsetDateTime> halts,
            List<AdviceResource> next) {

        static DigestResource of(Digest digest, BotDay bot) {
            return new DigestResource(
                    digest.day(),
                    digest.mailed(),
                    digest.madeAt(),
                    bot.day(),
                    bot.before(),
                    bot.weekBefore(),
                    bot.toFix().stream()
                            .map(one ->
                                    new ToFixResource(one.text(), one.cause().key(), one.count(), one.shoppers()))
                            .toList(),
                    bot.halts(),
                    bot.next().stream()
                            .map(advice -> new AdviceResource(advice.kind().key(), advice.count()))
                            .toList());
        }
    }

    @GetMapping("/api/v1/bots/{bot}/reports/digests")
    List<DigestResource> list(@PathVariable String bot) {
        BotId id = bots.get(bot).id();
        return digests.newest(DAYS).stream()
                .flatMap(digest -> digest.bots().stream()
                        .filter(one -> one.bot().equals(id))
                        .map(one -> DigestResource.of(digest, one)))
                .toList();
    }
}
