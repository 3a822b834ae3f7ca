package io.xiaoer.bots.internal;

import io.xiaoer.bots.Bot;
import io.xiaoer.bots.BotChange;
import io.xiaoer.bots.Bots;
import io.xiaoer.bots.Fallback;
import io.xiaoer.bots.Placement;
import io.xiaoer.bots.Theme;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class BotController {

    private final Bots bots;

    BotController(Bots bots) {
        this.bots = bots;
    }

    /** A bot as API clients see it. */
    record BotResource(
            String id,
            String widgetKey,
            String name,
            Placement placement,
            Theme theme,
            List<String> allowedOrigins,
            Fallback fallback,
            int version) {

        static BotResource of(Bot bot) {
            return new BotResource(
                    bot.id().toString(),
                    bot.widgetKey(),
                    bot.name(),
                    bot.placement(),
                    bot.theme(),
                    bot.allowedOrigins(),
                    bot.fallback(),
                    bot.version());
        }
    }

    @GetMapping("/api/v1/bots/{bot}")
    BotResource get(@PathVariable String bot) {
        return BotResource.of(bots.get(bot));
    }

    @PatchMapping("/api/v1/bots/{bot}")
    BotResource change(@PathVariable String bot, @RequestBody BotChange change) {
        return BotResource.of(bots.change(bots.get(bot).id(), change));
    }
}
