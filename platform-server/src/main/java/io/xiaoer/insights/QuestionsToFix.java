package io.xiaoer.insights;

import io.xiaoer.bots.BotId;
import io.xiaoer.rehearsal.Effect;
import io.xiaoer.shared.Page;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Questions that the bound shop's bots fail, each once however it is worded, and what may be done about them. */
@Service
@Requires(Permission.VIEW)
public class QuestionsToFix {

    /** Those that fail most people first. */
    public Page<QuestionCluster> list(BotId bot, ClusterFilter filter, @Nullable String cursor, int limit) {
        throw new UnsupportedOperationException();
    }

    /** How many are not done with, by why they fail; causes of which there are none are not in it. */
    public Map<Cause, Integer> open(BotId bot) {
        throw new UnsupportedOperationException();
    }

    /**
     * Counted over {@link ClusterFilter#DEFAULT_DAYS}.
     *
     * @throws Problem if the bot has no such question
     */
    public QuestionCluster get(BotId bot, String id) {
        throw new UnsupportedOperationException();
    }

    /** Newest first, different wordings before the same again. */
    public List<QuestionSample> samples(BotId bot, UUID id, int limit) {
        throw new UnsupportedOperationException();
    }

    /** The entries of the draft that are nearest to it, nearest first. Outside of any transaction. */
    public List<NearEntry> nearest(BotId bot, UUID id) {
        throw new UnsupportedOperationException();
    }

    /** How it was worded, the most frequent first, each once. */
    public List<String> wordings(BotId bot, UUID id, int limit) {
        throw new UnsupportedOperationException();
    }

    /**
     * What a form may begin with.
     *
     * @param entryKey the entry that is meant; null if that is not chosen yet
     */
    public Mend suggested(BotId bot, UUID id, Mend.As as, @Nullable String entryKey) {
        throw new UnsupportedOperationException();
    }

    /**
     * What would change if it were mended so; nothing is kept. May take seconds. Outside of any transaction.
     *
     * @throws Problem if the mending is not valid
     */
    @Requires(Permission.EDIT)
    public Effect preview(BotId bot, UUID id, Mend mend) {
        throw new UnsupportedOperationException();
    }

    /**
     * Mends it in the draft, or ignores it.
     *
     * @throws Problem if the mending is not valid
     */
    @Requires(Permission.EDIT)
    public QuestionCluster resolve(BotId bot, UUID id, Mend mend) {
        throw new UnsupportedOperationException();
    }

    /** It is to be fixed again. What was changed in the draft stays. */
    @Requires(Permission.EDIT)
    public QuestionCluster reopen(BotId bot, UUID id) {
        throw new UnsupportedOperationException();
    }

    /** Takes in what failed since, as a job does every few minutes. Outside of any transaction. */
    public void refresh(BotId bot) {
        throw new UnsupportedOperationException();
    }
}
