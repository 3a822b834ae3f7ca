package io.xiaoer.security.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.Directory.WidgetEntry;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which bot a widget key opens. A key never changes its bot, so what was found once need not be looked up again soon. */
@Component
class WidgetKeys {

    private static final int MAX_LENGTH = 100;

    private final Directory directory;
    private final Cache<String, WidgetEntry> found = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(5))
            .build();

    WidgetKeys(Directory directory) {
        this.directory = directory;
    }

    Optional<WidgetEntry> find(String key) {
        if (key.isEmpty() || key.length() > MAX_LENGTH || !key.chars().allMatch(c -> c > ' ' && c < 127)) {
            return Optional.empty();
        }
        WidgetEntry known = found.getIfPresent(key);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<WidgetEntry> entry = directory.findWidgetKey(key);
        entry.ifPresent(value -> found.put(key, value));
        return entry;
    }
}
