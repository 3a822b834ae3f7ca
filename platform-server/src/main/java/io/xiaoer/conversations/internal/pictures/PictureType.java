package io.xiaoer.conversations.internal.pictures;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kinds of pictures that are taken. */
public enum PictureType {
    JPEG(List.of(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF})),
    PNG(List.of(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'})),
    GIF(List.of("GIF87a".getBytes(StandardCharsets.US_ASCII), "GIF89a".getBytes(StandardCharsets.US_ASCII)));

    private final List<byte[]> beginnings;

    PictureType(List<byte[]> beginnings) {
        this.beginnings = beginnings;
    }

    /** The type that a {@code Content-Type} names; empty for any other. */
    public static Optional<PictureType> of(@Nullable String contentType) {
        if (contentType == null) {
            return Optional.empty();
        }
        String bare = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(type -> type.contentType().equals(bare))
                .findFirst();
    }

    public String contentType() {
        return "image/" + format();
    }

    /** Name of the format to who reads and writes it. */
    String format() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the bytes begin as this type's do. */
    boolean begins(byte[] bytes) {
        return beginnings.stream()
                .anyMatch(beginning -> bytes.length >= beginning.length
                        && Arrays.equals(bytes, 0, beginning.length, beginning, 0, beginning.length));
    }
}
