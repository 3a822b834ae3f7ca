package io.xiaoer.insights.internal;

import io.xiaoer.answering.Engine;
import io.xiaoer.conversations.LessonTexts;
import io.xiaoer.insights.Mend;
import io.xiaoer.insights.QuestionSample;
import io.xiaoer.knowledge.Entry;
import io.xiaoer.knowledge.EntryDraft;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a form for mending a question begins with. Pure. */
public final class Suggestions {

    /** More wordings teach a bot nothing new. */
    private static final int SIMILAR = 20;

    private static final int SHORTEST_ANSWER = 6;

    private Suggestions() {}

    /** @param entry that is meant; null if that is not chosen yet */
    public static Mend keyword(String question, List<String> wordings, @Nullable Entry entry) {
        String phrase = SharedPhrase.of(wordings.stream().map(Engine::bare).toList(), EntryDraft.MAX_KEYWORD)
                .orElseGet(() -> SharedPhrase.core(Engine.bare(question)));
        String cut = phrase.substring(0, Math.min(EntryDraft.MAX_KEYWORD, phrase.length()));
        boolean known = entry != null && entry.keywords().contains(cut);
        return new Mend(Mend.As.KEYWORD, key(entry), known || cut.isBlank() ? List.of() : List.of(cut), null);
    }

    /** The wordings that the entry does not have yet. */
    public static Mend similar(List<String> wordings, @Nullable Entry entry) {
        Set<String> known = new HashSet<>();
        if (entry != null) {
            Stream.concat(Stream.of(entry.question()), entry.similar().stream())
                    .map(Engine::bare)
                    .forEach(known::add);
        }
        List<String> fresh = wordings.stream()
                .map(LessonTexts::question)
                .filter(wording -> known.add(Engine.bare(wording)))
                .limit(SIMILAR)
                .toList();
        return new Mend(Mend.As.SIMILAR, key(entry), fresh, null);
    }

    /** @param samples with what people answered, newest first */
    public static Mend entry(String question, List<String> wordings, List<QuestionSample> samples) {
        String answer = samples.stream()
                .map(QuestionSample::person)
                .filter(said -> said != null && said.strip().length() >= SHORTEST_ANSWER)
                .findFirst()
                .map(LessonTexts::answer)
                .orElse("");
        String title = LessonTexts.question(question);
        String bare = Engine.bare(title);
        List<String> others = wordings.stream()
                .map(LessonTexts::question)
                .filter(wording -> !Engine.bare(wording).equals(bare))
                .limit(SIMILAR)
                .toList();
        return Mend.entry(new EntryDraft(null, title, others, List.of(), answer, List.of(), null, null, true, null));
    }

    private static @Nullable String key(@Nullable Entry entry) {
        return entry == null ? null : entry.key();
    }
}
