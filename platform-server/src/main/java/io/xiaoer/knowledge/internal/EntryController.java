package io.xiaoer.knowledge.internal;

import io.xiaoer.bots.Bots;
import io.xiaoer.knowledge.Entry;
import io.xiaoer.knowledge.EntryDraft;
import io.xiaoer.knowledge.KnowledgeDrafts;
import io.xiaoer.shared.Page;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/bots/{bot}/entries")
class EntryController {

    private final Bots bots;
    private final KnowledgeDrafts drafts;

    EntryController(Bots bots, KnowledgeDrafts drafts) {
        this.bots = bots;
        this.drafts = drafts;
    }

    @GetMapping
    Page<Entry> list(
            @PathVariable String bot,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return drafts.list(bots.get(bot).id(), cursor, Page.limit(limit));
    }

    @PostMapping
    ResponseEntity<Entry> add(@PathVariable String bot, @RequestBody EntryDraft draft) {
        Entry entry = drafts.add(bots.get(bot).id(), draft);
        return ResponseEntity.created(URI.create("/api/v1/bots/" + bot + "/entries/" + entry.key()))
                .body(entry);
    }

    @GetMapping("/{key}")
    Entry get(@PathVariable String bot, @PathVariable String key) {
        return drafts.get(bots.get(bot).id(), key);
    }

    @PutMapping("/{key}")
    Entry put(@PathVariable String bot, @PathVariable String key, @RequestBody EntryDraft draft) {
        return drafts.put(bots.get(bot).id(), key, draft);
    }

    @DeleteMapping("/{key}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String bot, @PathVariable String key) {
        drafts.delete(bots.get(bot).id(), key);
    }
}
