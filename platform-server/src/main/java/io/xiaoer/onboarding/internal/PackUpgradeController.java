package io.xiaoer.onboarding.internal;

import io.xiaoer.bots.BotId;
import io.xiaoer.bots.Bots;
import io.xiaoer.onboarding.PackUpgrade;
import io.xiaoer.onboarding.PackUpgrades;
import io.xiaoer.rehearsal.Effect;
import io.xiaoer.shared.FieldErrors;
import io.xiaoer.shared.Problem;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a newer version of a bot's pack would bring, taking it, and taking it back. */
@RestController
@RequestMapping("/api/v1/bots/{bot}/pack-upgrade")
class PackUpgradeController {

    private final Bots bots;
    private final PackUpgrades upgrades;

    PackUpgradeController(Bots bots, PackUpgrades upgrades) {
        this.bots = bots;
        this.upgrades = upgrades;
    }

    /**
     * How a bot stands.
     *
     * @param offered null if there is nothing to take
     * @param last null if there is nothing to take back
     */
    record PackState(@Nullable PackUpgrade offered, PackUpgrades.@Nullable Applied last) {}

    record ApplyRequest(@Nullable String token, @Nullable Boolean evenIfBroken) {}

    record UndoRequest(@Nullable Integer number) {}

    record Undone(List<PackUpgrades.Left> left) {}

    @GetMapping
    PackState get(@PathVariable String bot) {
        BotId id = bots.get(bot).id();
        return new PackState(
                upgrades.offered(id).orElse(null), upgrades.last(id).orElse(null));
    }

    @PostMapping("/preview")
    Effect preview(@PathVariable String bot) {
        return upgrades.preview(bots.get(bot).id());
    }

    @PostMapping("/apply")
    PackUpgrades.Applied apply(@PathVariable String bot, @RequestBody ApplyRequest request) {
        BotId id = bots.get(bot).id();
        new FieldErrors().text("token", request.token(), 100).throwIfAny();
        return upgrades.apply(id, Objects.requireNonNull(request.token()), Boolean.TRUE.equals(request.evenIfBroken()));
    }

    @PostMapping("/undo")
    Undone undo(@PathVariable String bot, @RequestBody UndoRequest request) {
        BotId id = bots.get(bot).id();
        Integer number = request.number();
        if (number == null) {
            throw Problem.invalid("number", "is required");
        }
        return new Undone(upgrades.undo(id, number));
    }
}
