package io.xiaoer.knowledge.internal;

import io.xiaoer.bots.Bot;
import io.xiaoer.bots.BotId;
import io.xiaoer.bots.Bots;
import io.xiaoer.knowledge.Entry;
import io.xiaoer.knowledge.Meanings;
import io.xiaoer.knowledge.internal.twins.Meaning;
import io.xiaoer.knowledge.internal.twins.Twins;
import io.xiaoer.knowledge.internal.twins.Twins.Twin;
import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.Resting;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantJob;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quartz.DisallowConcurrentExecution;
import org.springframework.transaction.support.TransactionTemplate;

/** Learns what new and changed entries mean, and which others ask nearly the same. What did not change costs one query. */
@DisallowConcurrentExecution
class TwinSearch extends TenantJob {

    /** Entries whose texts are embedded between two transactions. */
    private static final int BATCH = 100;

    private final Bots bots;
    private final TwinRows rows;
    private final Meanings meanings;
    private final TransactionTemplate transaction;

    TwinSearch(
            Directory directory,
            Resting resting,
            Bots bots,
            TwinRows rows,
            Meanings meanings,
            TransactionTemplate transaction) {
        super(directory, resting);
        this.bots = bots;
        this.rows = rows;
        this.meanings = meanings;
        this.transaction = transaction;
    }

    @Override
    protected void executeFor(TenantId tenant) {
        for (Bot bot : bots.all()) {
            while (learn(tenant, bot.id())) {
                // until nothing is unknown
            }
            compare(tenant, bot.id());
        }
    }

    /** Learns what some entries mean; false if all is known. */
    private boolean learn(TenantId tenant, BotId bot) {
        String model = meanings.model();
        List<Entry> unknown =
                Objects.requireNonNull(transaction.execute(status -> rows.unknown(tenant, bot, model, BATCH)));
        if (unknown.isEmpty()) {
            return false;
        }
        Map<String, Meaning> before = Objects.requireNonNull(transaction.execute(status -> rows.of(
                        tenant, bot, model, unknown.stream().map(Entry::key).toList())))
                .stream()
                .collect(Collectors.toMap(Meaning::key, Function.identity()));
        List<Meaning> learnt = new ArrayList<>();
        for (Entry entry : unknown) {
            List<String> texts = texts(entry);
            Meaning old = before.get(entry.key());
            learnt.add(
                    old != null && old.texts().equals(texts)
                            ? old
                            : new Meaning(entry.key(), texts, Meaning.pack(meanings.of(texts)), false));
        }
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < learnt.size(); i++) {
                rows.save(tenant, bot, model, unknown.get(i).version(), learnt.get(i));
            }
        });
        return true;
    }

    private static List<String> texts(Entry entry) {
        Set<String> texts = new LinkedHashSet<>();
        texts.add(entry.question());
        texts.addAll(entry.similar());
        return List.copyOf(texts);
    }

    private void compare(TenantId tenant, BotId bot) {
        String model = meanings.model();
        boolean news = Boolean.TRUE.equals(transaction.execute(status -> {
            rows.forgetGone(tenant, bot);
            return rows.hasUncompared(tenant, bot, model);
        }));
        if (!news) {
            return;
        }
        List<Meaning> all = Objects.requireNonNull(transaction.execute(status -> rows.all(tenant, bot, model)));
        List<Twin> twins = Twins.of(all);
        List<String> compared = all.stream()
                .filter(meaning -> !meaning.compared())
                .map(Meaning::key)
                .toList();
        transaction.executeWithoutResult(status -> rows.replace(tenant, bot, model, compared, twins));
    }
}
