package io.xiaoer.knowledge;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A draft entry as stored. */
public record Entry(
        String key,
        String question,
        List<String> similar,
        List<String> keywords,
        String answer,
        List<String> needs,
        @Nullable OffsetDateTime validFrom,
        @Nullable OffsetDateTime validTo,
        boolean enabled,
        int version) {}
