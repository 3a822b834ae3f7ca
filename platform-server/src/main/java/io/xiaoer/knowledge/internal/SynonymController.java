package io.xiaoer.knowledge.internal;

import io.xiaoer.bots.BotId;
import io.xiaoer.bots.Bots;
import io.xiaoer.knowledge.KnowledgeDrafts;
import io.xiaoer.knowledge.Lexicon;
import io.xiaoer.knowledge.VersionedLexicon;
import io.xiaoer.shared.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Groups of words that can replace each other; the shop's own words stay as they are. */
@RestController
@RequestMapping("/api/v1/bots/{bot}/synonyms")
class SynonymController {

    private final Bots bots;
    private final KnowledgeDrafts drafts;

    SynonymController(Bots bots, KnowledgeDrafts drafts) {
        this.bots = bots;
        this.drafts = drafts;
    }

    record Synonyms(
            @Nullable List<List<String>> groups, @Nullable Integer version) {}

    @GetMapping
    Synonyms get(@PathVariable String bot) {
        VersionedLexicon lexicon = drafts.versionedLexicon(bots.get(bot).id());
        return new Synonyms(lexicon.lexicon().synonyms(), lexicon.version());
    }

    @PutMapping
    @Transactional
    public Synonyms put(@PathVariable String bot, @RequestBody Synonyms request) {
        BotId id = bots.get(bot).id();
        if (request.groups() == null) {
            throw Problem.invalid("groups", "is required");
        }
        Lexicon old = drafts.lexicon(id);
        int version = drafts.saveLexicon(id, new Lexicon(request.groups(), old.words()), request.version());
        return new Synonyms(request.groups(), version);
    }
}
