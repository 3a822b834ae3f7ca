package io.xiaoer.rehearsal.internal;

import io.xiaoer.bots.BotId;
import io.xiaoer.bots.Bots;
import io.xiaoer.rehearsal.TestCase;
import io.xiaoer.rehearsal.TestCase.Draft;
import io.xiaoer.rehearsal.TestCases;
import io.xiaoer.shared.Page;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a bot is held to. */
@RestController
@RequestMapping("/api/v1/bots/{bot}/tests")
class TestController {

    private final Bots bots;
    private final TestCases cases;

    TestController(Bots bots, TestCases cases) {
        this.bots = bots;
        this.cases = cases;
    }

    @GetMapping
    Page<TestCase> list(
            @PathVariable String bot,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return cases.list(bots.get(bot).id(), cursor, Page.limit(limit));
    }

    @PostMapping
    ResponseEntity<TestCase> add(@PathVariable String bot, @RequestBody Draft draft) {
        TestCase fresh = cases.add(bots.get(bot).id(), draft);
        return ResponseEntity.created(URI.create("/api/v1/bots/" + bot + "/tests/" + fresh.id()))
                .body(fresh);
    }

    @GetMapping("/{id}")
    TestCase get(@PathVariable String bot, @PathVariable String id) {
        return cases.get(bots.get(bot).id(), id);
    }

    @PutMapping("/{id}")
    TestCase change(@PathVariable String bot, @PathVariable String id, @RequestBody Draft draft) {
        return cases.change(bots.get(bot).id(), id, draft);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String bot, @PathVariable String id) {
        cases.delete(bots.get(bot).id(), id);
    }

    /** @param language of the reasons: Chinese if it begins with zh, else English */
    @PostMapping("/import")
    TestCases.Imported take(
            @PathVariable String bot,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language,
            @RequestBody(required = false) byte @Nullable [] file) {
        BotId id = bots.get(bot).id();
        String locale = language != null && language.startsWith("zh") ? "zh-CN" : "en";
        return cases.importFile(id, file == null ? new byte[0] : file, locale);
    }
}
