package io.xiaoer.conversations;

import io.xiaoer.conversations.AskedQuestion.Place;
import io.xiaoer.conversations.AskedQuestions.Exchange;
import io.xiaoer.conversations.Message.Author;
import io.xiaoer.conversations.internal.AskedRows.Line;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds in what was said after questions what was said to them. */
final class Exchanges {

    private Exchanges() {}

    static Map<Place, Exchange> of(Collection<Place> messages, List<Line> said) {
        Map<ConversationId, List<Line>> conversations =
                said.stream().collect(Collectors.groupingBy(Line::conversation));
        Map<Place, Exchange> exchanges = new HashMap<>();
        messages.forEach(place -> exchanges.put(
                place,
                exchange(conversations.getOrDefault(place.conversation(), List.of()).stream()
                        .filter(line -> line.seq() > place.seq())
                        .toList())));
        return exchanges;
    }

    /** @param after in order */
    private static Exchange exchange(List<Line> after) {
        String replied = after.stream()
                .takeWhile(line -> line.author() != Author.SHOPPER)
                .filter(line -> line.author() == Author.BOT)
                .map(Line::text)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n"));
        String person = after.stream()
                .filter(line -> line.author() != Author.BOT)
                .dropWhile(line -> line.author() == Author.SHOPPER)
                .takeWhile(line -> line.author() == Author.PERSON)
                .map(Line::text)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n"));
        return new Exchange(Redaction.of(replied), person.isEmpty() ? null : Redaction.of(person));
    }
}
