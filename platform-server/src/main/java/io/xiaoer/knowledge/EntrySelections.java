package io.xiaoer.knowledge;

import io.xiaoer.bots.BotId;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Does one thing to several draft entries: to all of them or, if one cannot be changed, to none. */
@Service
@Requires(Permission.EDIT)
public class EntrySelections {

    /** The most that may be selected. */
    public static final int MAX = 500;

    private final KnowledgeDrafts drafts;

    EntrySelections(KnowledgeDrafts drafts) {
        this.drafts = drafts;
    }

    /** An entry as it was when it was deleted; the number of that version brings it back. */
    public record Deleted(String key, int version) {}

    /**
     * Lets entries answer, or keeps them from it. Those that stand so already are left alone.
     *
     * @return the keys of those that changed
     */
    @Transactional
    public List<String> enable(BotId bot, Set<String> keys, boolean enabled) {
        List<String> changed = new ArrayList<>();
        for (Entry entry : selected(bot, keys)) {
            if (entry.enabled() != enabled) {
                drafts.put(bot, entry.key(), entry.toDraft().withEnabled(enabled));
                changed.add(entry.key());
            }
        }
        return changed;
    }

    /** Deletes entries; {@link #restore} brings them back. */
    @Transactional
    public List<Deleted> delete(BotId bot, Set<String> keys) {
        List<Deleted> deleted = new ArrayList<>();
        for (Entry entry : selected(bot, keys)) {
            drafts.delete(bot, entry.key());
            deleted.add(new Deleted(entry.key(), entry.version()));
        }
        return deleted;
    }

    /** Brings deleted entries back as they were. */
    @Transactional
    public void restore(BotId bot, List<Deleted> deleted) {
        deleted.forEach(entry -> drafts.restore(bot, entry.key(), entry.version(), null));
    }

    private List<Entry> selected(BotId bot, Set<String> keys) {
        if (keys.size() > MAX) {
            throw Problem.invalid("keys", "must not be more than " + MAX);
        }
        return drafts.byKeys(bot, keys.stream().sorted().toList());
    }
}
