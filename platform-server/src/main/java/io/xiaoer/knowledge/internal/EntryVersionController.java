package io.xiaoer.knowledge.internal;

import io.xiaoer.bots.Bots;
import io.xiaoer.knowledge.Entry;
import io.xiaoer.knowledge.EntryVersion;
import io.xiaoer.knowledge.EntryVersions;
import io.xiaoer.knowledge.KnowledgeDrafts;
import io.xiaoer.shared.Page;
import io.xiaoer.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An entry's history, also of one that is gone. */
@RestController
@RequestMapping("/api/v1/bots/{bot}/entries/{key}/versions")
class EntryVersionController {

    private final Bots bots;
    private final EntryVersions versions;
    private final KnowledgeDrafts drafts;

    EntryVersionController(Bots bots, EntryVersions versions, KnowledgeDrafts drafts) {
        this.bots = bots;
        this.versions = versions;
        this.drafts = drafts;
    }

    /** @param version the version there must be now; null for whatever is there */
    record RestoreRequest(@Nullable Integer version) {}

    @GetMapping
    Page<EntryVersion> list(
            @PathVariable String bot,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return versions.list(bots.get(bot).id(), key, cursor, Page.limit(limit));
    }

    @PostMapping("/{number}/restore")
    Entry restore(
            @PathVariable String bot,
            @PathVariable String key,
            @PathVariable String number,
            @RequestBody(required = false) @Nullable RestoreRequest request) {
        var id = bots.get(bot).id();
        int wanted;
        try {
            wanted = Integer.parseInt(number);
        } catch (NumberFormatException e) {
            throw Problem.notFound("version");
        }
        return drafts.restore(id, key, wanted, request == null ? null : request.version());
    }
}
