package io.xiaoer.portal.released;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.SerializableConsumer;
import io.xiaoer.bots.BotId;
import io.xiaoer.portal.frame.BackgroundWork;
import io.xiaoer.portal.frame.Messages;
import io.xiaoer.portal.frame.Place;
import io.xiaoer.portal.frame.ShopContext;
import io.xiaoer.portal.released.PublishDialog.Reach;
import io.xiaoer.portal.released.PublishDialog.Wish;
import io.xiaoer.portal.words.Links;
import io.xiaoer.releases.Releases;
import io.xiaoer.releases.Releases.Pending;
import io.xiaoer.rollout.Rollout;
import io.xiaoer.rollout.Rollouts;
import io.xiaoer.rollout.Stage;
import io.xiaoer.shared.Problem;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes a draft from whichever view its reader is in. */
@org.springframework.stereotype.Component
public class Publishing {

    private static final Logger LOG = LoggerFactory.getLogger(Publishing.class);

    private final ShopContext shop;
    private final Releases releases;
    private final Rollouts rollouts;

    Publishing(ShopContext shop, Releases releases, Rollouts rollouts) {
        this.shop = shop;
        this.releases = releases;
        this.rollouts = rollouts;
    }

    /** What there is to publish of a bot. */
    public record Waiting(Rollout rollout, Pending pending) {}

    /** Within the shop. */
    public Waiting waiting(BotId bot) {
        Rollout rollout = rollouts.get(bot);
        return new Waiting(rollout, releases.pending(bot, rollout.liveRelease()));
    }

    /**
     * Asks for a note, publishes, and says what came of it or what stands in the way. Where the draft is as what is live, or may not be
     * published, the view of releases says so.
     *
     * @param view where the reader is, entered at {@code place}
     * @param over hears when it is, whether shoppers meet the release
     */
    public void ask(Component view, Place place, BotId bot, Waiting waiting, SerializableConsumer<Boolean> over) {
        Pending pending = waiting.pending();
        if (pending.diff().isEmpty() || !pending.objections().isEmpty()) {
            view.getUI().ifPresent(ui -> lead(ui, place, "releases"));
            return;
        }
        new PublishDialog(
                        DiffPanel.summary(view, pending.diff()),
                        pending.entries(),
                        waiting.rollout().stage() != Stage.INTERNAL,
                        (dialog, wish) -> publish(view, place, bot, dialog, wish, over))
                .open();
    }

    private void publish(
            Component view,
            Place place,
            BotId bot,
            PublishDialog dialog,
            Wish wish,
            SerializableConsumer<Boolean> over) {
        boolean tried = wish.reach() == Reach.PILOT;
        BackgroundWork.begin(
                view,
                shop,
                () -> {
                    int number = rollouts.publish(bot, wish.note(), !tried);
                    if (tried) {
                        rollouts.candidate(bot, number, wish.note(), null);
                    }
                    return number;
                },
                number -> {
                    dialog.close();
                    String text = String.valueOf(number);
                    if (tried) {
                        Messages.leading(
                                view.getTranslation("released.published.tried", text),
                                view.getTranslation("released.published.tried.go"),
                                () -> view.getUI().ifPresent(ui -> lead(ui, place, "pilot")));
                    } else {
                        Messages.success(view.getTranslation("released.published", text));
                    }
                    over.accept(!tried);
                },
                failure -> {
                    if (failure instanceof Problem blocked && blocked.code() == Problem.Code.PUBLISH_BLOCKED) {
                        dialog.block(blocked.errors(), field -> mending(place, field));
                        return;
                    }
                    dialog.close();
                    if (failure instanceof Problem problem) {
                        Messages.failure(Messages.of(view, problem));
                    } else {
                        LOG.error("Publishing failed", failure);
                        Messages.failure(view.getTranslation("common.failed"));
                    }
                    over.accept(false);
                });
    }

    private static void lead(UI ui, Place place, String path) {
        ui.navigate(path, Links.with(place, Map.of()));
    }

    /** Where something is mended that keeps the draft from being published. */
    private static @Nullable String mending(Place place, String field) {
        if (field.startsWith("tests/")) {
            return Links.to(place, "/tests?case=" + field.substring("tests/".length()));
        }
        return field.startsWith("entries/")
                ? Links.to(place, "/knowledge/" + field.substring("entries/".length()))
                : null;
    }
}
