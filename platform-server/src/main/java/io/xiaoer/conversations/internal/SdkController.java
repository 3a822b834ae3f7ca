package io.xiaoer.conversations.internal;

import io.xiaoer.shared.Digests;
import io.xiaoer.shared.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The widget's files, from {@code META-INF/resources/sdk}, for pages of any origin. Under the plain address a new version is met within minutes; with
 * {@code ?v=} and the first {@value #HASH} hexadecimal digits of its SHA-256 a file never changes.
 */
@RestController
class SdkController {

    static final int HASH = 16;

    private static final String FOLDER = "META-INF/resources/sdk/";
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]+(?:\\.[a-zA-Z0-9_-]+)+");
    private static final CacheControl SHORT =
            CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic().staleWhileRevalidate(Duration.ofDays(1));
    private static final CacheControl LONG =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final ConcurrentMap<String, File> files = new ConcurrentHashMap<>();

    private record File(MediaType type, byte[] bytes, String hash) {}

    @GetMapping("/sdk/{name}")
    ResponseEntity<byte[]> file(
            @PathVariable String name, @RequestParam(name = "v", required = false) @Nullable String v) {
        File file = find(name).orElseThrow(() -> Problem.notFound("file"));
        return ResponseEntity.ok()
                .contentType(file.type())
                .cacheControl(file.hash().equals(v) ? LONG : SHORT)
                // a weak one, since the answer may be compressed
                .eTag("W/\"" + file.hash() + "\"")
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .body(file.bytes());
    }

    private Optional<File> find(String name) {
        MediaType type = type(name);
        if (type == null || !NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        File known = files.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<File> read = read(name, type);
        // names with nothing behind them are not remembered: there is no end of them
        read.ifPresent(file -> files.put(name, file));
        return read;
    }

    private static Optional<File> read(String name, MediaType type) {
        ClassPathResource resource = new ClassPathResource(FOLDER + name);
        if (!resource.exists()) {
            return Optional.empty();
        }
        try {
            byte[] bytes = resource.getContentAsByteArray();
            String hash =
                    HexFormat.of().formatHex(Digests.sha256().digest(bytes)).substring(0, HASH);
            return Optional.of(new File(type, bytes, hash));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable MediaType type(String name) {
        if (name.endsWith(".js")) {
            return new MediaType("text", "javascript", StandardCharsets.UTF_8);
        }
        if (name.endsWith(".map")) {
            return MediaType.APPLICATION_JSON;
        }
        return name.endsWith(".d.ts") ? new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8) : null;
    }
}
