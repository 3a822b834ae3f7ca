package io.xiaoer.knowledge.internal;

import io.xiaoer.bots.BotId;
import io.xiaoer.bots.Bots;
import io.xiaoer.knowledge.Entry;
import io.xiaoer.knowledge.EntryTwins;
import io.xiaoer.knowledge.Meanings;
import io.xiaoer.knowledge.internal.twins.Meaning;
import io.xiaoer.knowledge.internal.twins.Twins;
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
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.quartz.DisallowConcurrentExecution;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Learns what new and changed entries mean, and which others ask nearly the same: in each round a bounded piece of every
 * shop's work. What did not change costs one query.
 */
@DisallowConcurrentExecution
class TwinSearch extends TenantJob {

    /** Entries that are taken up, or read, at once. */
    private static final int ENTRIES = 200;

    /** Questions that a shop's turn embeds and compares: some seconds. */
    private static final int PHRASINGS = 1_000;

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
        turn(tenant);
    }

    /** Does a piece of a shop's work; false if there was none. */
    boolean turn(TenantId tenant) {
        return bots.all().stream().anyMatch(bot -> turn(tenant, bot.id()));
    }

    private boolean turn(TenantId tenant, BotId bot) {
        String model = meanings.model();
        boolean news =
                read(() -> rows.hasNews(tenant, bot, model) && rows.phrasings(tenant, bot) <= EntryTwins.MAX_PHRASINGS);
        if (news) {
            learn(tenant, bot, model);
            compare(tenant, bot, model);
        }
        return news;
    }

    private void learn(TenantId tenant, BotId bot, String model) {
        List<Entry> unknown = read(() -> rows.unknown(tenant, bot, model, ENTRIES));
        Map<String, Meaning> before =
                read(() -> rows.of(
                                tenant,
                                bot,
                                model,
                                unknown.stream().map(Entry::key).toList()))
                        .stream()
                        .collect(Collectors.toMap(Meaning::key, Function.identity()));
        List<Meaning> learnt = new ArrayList<>();
        int left = PHRASINGS;
        for (Entry entry : unknown) {
            List<String> texts = texts(entry);
            Meaning old = before.get(entry.key());
            if (old != null && old.texts().equals(texts)) {
                learnt.add(old);
            } else if (left == PHRASINGS || texts.size() <= left) {
                learnt.add(new Meaning(entry.key(), texts, Meaning.pack(meanings.of(texts)), false));
                left -= texts.size();
            } else {
                break;
            }
        }
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < learnt.size(); i++) {
                rows.save(tenant, bot, model, unknown.get(i).version(), learnt.get(i));
            }
        });
    }

    private static List<String> texts(Entry entry) {
        Set<String> texts = new LinkedHashSet<>();
        texts.add(entry.question());
        texts.addAll(entry.similar());
        return List.copyOf(texts);
    }

    private void compare(TenantId tenant, BotId bot, String model) {
        transaction.executeWithoutResult(status -> rows.forgetGone(tenant, bot));
        List<Meaning> fresh = first(read(() -> rows.after(tenant, bot, model, false, "", ENTRIES)));
        if (fresh.isEmpty()) {
            return;
        }
        Twins twins = new Twins(fresh);
        List<Meaning> page = read(() -> rows.after(tenant, bot, model, true, "", ENTRIES));
        while (!page.isEmpty()) {
            twins.compareWith(page);
            String last = page.getLast().key();
            page = read(() -> rows.after(tenant, bot, model, true, last, ENTRIES));
        }
        List<String> keys = fresh.stream().map(Meaning::key).toList();
        transaction.executeWithoutResult(status -> rows.replace(tenant, bot, model, keys, twins.found()));
    }

    /** As many as a turn compares, but one at least. */
    private static List<Meaning> first(List<Meaning> meanings) {
        int count = 0;
        int left = PHRASINGS;
        while (count < meanings.size()
                && (count == 0 || meanings.get(count).texts().size() <= left)) {
            left -= meanings.get(count).texts().size();
            count++;
        }
        return meanings.subList(0, count);
    }

    private <T> T read(Supplier<T> query) {
        return Objects.requireNonNull(transaction.execute(status -> query.get()));
    }
}
