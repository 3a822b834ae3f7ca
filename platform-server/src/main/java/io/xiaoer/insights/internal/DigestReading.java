package io.xiaoer.insights.internal;

import io.xiaoer.bots.BotId;
import io.xiaoer.conversations.AskedQuestion.Place;
import io.xiaoer.conversations.AskedQuestions;
import io.xiaoer.conversations.ConversationId;
import io.xiaoer.insights.Digest;
import io.xiaoer.insights.Digest.BotDay;
import io.xiaoer.insights.Digest.ToFix;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Puts the words back into what is kept of a day, as far as they are still there. */
@Component
public class DigestReading {

    private final AskedQuestions asked;

    DigestReading(AskedQuestions asked) {
        this.asked = asked;
    }

    public List<Digest> read(List<DigestRows.Row> rows) {
        Map<Place, String> texts = asked.texts(rows.stream()
                .flatMap(row -> row.content().bots().stream())
                .flatMap(part -> part.toFix().stream())
                .map(DigestReading::place)
                .distinct()
                .toList());
        return rows.stream()
                .map(row -> new Digest(
                        row.day(),
                        row.mailed(),
                        row.madeAt(),
                        row.content().bots().stream()
                                .map(part -> day(part, texts))
                                .toList()))
                .toList();
    }

    private static BotDay day(DigestContent.Part part, Map<Place, String> texts) {
        return new BotDay(
                new BotId(part.bot()),
                part.name(),
                part.day(),
                part.before(),
                part.weekBefore(),
                part.toFix().stream()
                        .filter(place -> texts.containsKey(place(place)))
                        .map(place -> new ToFix(
                                Objects.requireNonNull(texts.get(place(place))),
                                place.cause(),
                                place.count(),
                                place.shoppers()))
                        .toList(),
                part.halts(),
                part.next());
    }

    private static Place place(DigestContent.Place place) {
        return new Place(new ConversationId(place.conversation()), place.seq());
    }
}
