package io.xiaoer.rollout.internal;

import io.xiaoer.bots.Bots;
import io.xiaoer.rollout.Alarm;
import io.xiaoer.rollout.BotHalted;
import io.xiaoer.rollout.RolloutChange;
import io.xiaoer.tenants.LetterWords;
import io.xiaoer.tenants.OwnerLetters;
import io.xiaoer.tenants.OwnerLetters.Written;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes to a shop's owners when a bot of theirs went back by itself, within the transaction in which it did. */
@Component
class HaltLetters {

    static final String KIND = "bot-halted";
    static final String TEXTS = "io.xiaoer.rollout.letters";

    private final ChangeRows changes;
    private final Bots bots;
    private final OwnerLetters owners;

    HaltLetters(ChangeRows changes, Bots bots, OwnerLetters owners) {
        this.changes = changes;
        this.bots = bots;
        this.owners = owners;
    }

    @EventListener
    void on(BotHalted event) {
        RolloutChange change =
                changes.find(event.tenantId(), event.bot(), event.change()).orElseThrow();
        String name = bots.get(event.bot()).name();
        owners.post(
                KIND,
                TEXTS,
                change.at(),
                words -> new Written(words.say("halted.subject", name), text(words, name, change)));
    }

    private static String text(LetterWords words, String name, RolloutChange change) {
        Alarm alarm = Objects.requireNonNull(change.alarm());
        String why = words.say(
                "halted.why." + alarm.measure().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                Integer.toString(alarm.observed()),
                percent(alarm.measured()),
                percent(alarm.baseline()));
        String now = alarm.release() == change.liveRelease()
                ? words.say("halted.now." + change.stage().name().toLowerCase(Locale.ROOT))
                : words.say(
                        "halted.now.release",
                        Integer.toString(alarm.release()),
                        Integer.toString(change.liveRelease()));
        return words.say(
                "halted.text",
                words.shop().name(),
                name,
                words.time(change.at()),
                Integer.toString(alarm.release()),
                why,
                now,
                words.link("/pilot"));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f%%", 100 * share);
    }
}
