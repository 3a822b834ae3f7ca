package io.xiaoer.knowledge.internal;

import io.xiaoer.bots.BotId;
import io.xiaoer.bots.Bots;
import io.xiaoer.knowledge.EntryExports;
import io.xiaoer.knowledge.EntryImports;
import io.xiaoer.knowledge.EntryImports.Result;
import io.xiaoer.knowledge.SheetFormat;
import io.xiaoer.shared.Problem;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Entries as csv and xlsx files. */
@RestController
@RequestMapping("/api/v1/bots/{bot}/entries")
class EntryFileController {

    private final Bots bots;
    private final EntryImports imports;
    private final EntryExports exports;

    EntryFileController(Bots bots, EntryImports imports, EntryExports exports) {
        this.bots = bots;
        this.imports = imports;
        this.exports = exports;
    }

    /** A row that became no entry, and why. */
    record Rejection(int row, String reason) {}

    /** What came of the rows. */
    record Imported(int created, int updated, int unchanged, List<Rejection> rejected) {}

    /** @param language of the reasons: Chinese if it begins with zh, else English */
    @PostMapping("/import")
    Imported take(
            @PathVariable String bot,
            @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable String type,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language,
            @RequestBody(required = false) byte @Nullable [] file) {
        BotId id = bots.get(bot).id();
        if (type == null || !isTable(type.toLowerCase(Locale.ROOT))) {
            throw Problem.invalid(
                    "Content-Type",
                    "must be text/csv or " + SheetFormat.XLSX.mediaType() + ", and the body the file itself");
        }
        String locale = language != null && language.startsWith("zh") ? "zh-CN" : "en";
        Result result = imports.importNow(id, "API", file == null ? new byte[0] : file, locale);
        return new Imported(
                result.outcome().created(),
                result.outcome().updated(),
                result.outcome().unchanged(),
                result.rejected().stream()
                        .map(row -> new Rejection(row.row(), row.problem().text(locale)))
                        .toList());
    }

    private static boolean isTable(String type) {
        return type.startsWith("text/csv")
                || type.startsWith("text/plain")
                || type.startsWith("application/octet-stream")
                || type.startsWith("application/vnd.ms-excel")
                || type.startsWith(SheetFormat.XLSX.mediaType());
    }

    /** @param format {@code csv} or {@code xlsx} */
    @GetMapping("/export")
    ResponseEntity<byte[]> give(@PathVariable String bot, @RequestParam(defaultValue = "csv") String format) {
        BotId id = bots.get(bot).id();
        SheetFormat written = switch (format.toLowerCase(Locale.ROOT)) {
            case "csv" -> SheetFormat.CSV;
            case "xlsx" -> SheetFormat.XLSX;
            default -> throw Problem.invalid("format", "must be csv or xlsx");
        };
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, written.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("entries." + written.extension())
                                .build()
                                .toString())
                .body(exports.export(id, written, "en"));
    }
}
