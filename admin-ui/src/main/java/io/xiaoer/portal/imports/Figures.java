package io.xiaoer.portal.imports;

import com.vaadin.flow.component.Component;
import io.xiaoer.portal.words.Count;
import io.xiaoer.portal.words.Count.Mood;

/** How many rows became what. */
final class Figures {

    private Figures() {}

    /** @param key begins the names of the figures' texts */
    static Component of(Component place, int created, int updated, int unchanged, int rejected, String key) {
        return Count.row(
                new Count("created", created, place.getTranslation(key + "create"), Mood.PLAIN),
                new Count("updated", updated, place.getTranslation(key + "update"), Mood.PLAIN),
                new Count("unchanged", unchanged, place.getTranslation("imports.figure.unchanged"), Mood.PLAIN),
                new Count(
                        "rejected",
                        rejected,
                        place.getTranslation("imports.figure.rejected"),
                        rejected > 0 ? Mood.BAD : Mood.PLAIN));
    }
}
