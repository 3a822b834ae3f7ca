package io.xiaoer.conversations;

import io.xiaoer.conversations.Message.Author;
import io.xiaoer.conversations.internal.ConversationRows;
import io.xiaoer.knowledge.Entry;
import io.xiaoer.knowledge.EntryDraft;
import io.xiaoer.knowledge.KnowledgeDrafts;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Makes what a person answered into something the bot may learn. */
@Component
class Lessons {

    private static final int LOOKED_BACK = 50;

    private final ConversationRows rows;
    private final KnowledgeDrafts drafts;

    Lessons(ConversationRows rows, KnowledgeDrafts drafts) {
        this.rows = rows;
        this.drafts = drafts;
    }

    /**
     * An entry that is off until somebody who may teach turns it on; without what is personal in either text.
     *
     * @throws Problem if no person said {@code seq}, or nothing was asked before
     */
    Entry from(Conversation conversation, int seq) {
        TenantId tenant = TenantScope.required();
        List<Message> said =
                rows.before(tenant, conversation.id(), seq + 1, LOOKED_BACK).reversed();
        if (said.isEmpty() || said.getFirst().seq() != seq || said.getFirst().author() != Author.PERSON) {
            throw Problem.notFound("answer of a person");
        }
        String question = said.stream()
                .skip(1)
                .dropWhile(message -> message.author() != Author.SHOPPER)
                .takeWhile(message -> message.author() == Author.SHOPPER)
                .map(Message::text)
                .filter(text -> !text.isBlank())
                .max(Comparator.comparingInt(String::length))
                .orElseThrow(() -> Problem.invalid("seq", "must be an answer to something that the shopper asked"));
        EntryDraft draft = new EntryDraft(
                null,
                LessonTexts.question(question),
                new ArrayList<>(),
                new ArrayList<>(),
                LessonTexts.answer(said.getFirst().text()),
                new ArrayList<>(),
                null,
                null,
                false,
                null);
        return proposing(tenant, () -> drafts.add(conversation.bot(), draft));
    }

    /** Who answers shoppers may propose; what is off teaches the bot nothing. The trail says who it was. */
    private static Entry proposing(TenantId tenant, ScopedValue.CallableOp<Entry, RuntimeException> work) {
        Actor actor = TenantScope.requiredActor();
        Set<Permission> permissions = new HashSet<>(actor.permissions());
        permissions.add(Permission.EDIT);
        return TenantScope.call(tenant, new Actor(actor.kind(), actor.name(), permissions), work);
    }
}
