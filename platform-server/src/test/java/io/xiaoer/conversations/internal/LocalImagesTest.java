package io.xiaoer.conversations.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.xiaoer.conversations.ImageId;
import io.xiaoer.shared.Ids;
import io.xiaoer.tenancy.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalImagesTest {

    private static final byte[] BYTES = {1, 2, 3};

    private final TenantId tenant = new TenantId(Ids.next());
    private final TenantId other = new TenantId(Ids.next());
    private final ImageId image = new ImageId(Ids.next());

    @TempDir
    private Path data;

    private LocalImages images;

    @BeforeEach
    void make() {
        images = new LocalImages(data.resolve("not-there-yet"));
    }

    @Test
    void keepsWhatWasPutUntilItIsRemoved() {
        images.put(tenant, image, BYTES);
        assertThat(images.get(tenant, image)).hasValue(BYTES);
        assertThat(new LocalImages(data.resolve("not-there-yet")).get(tenant, image))
                .hasValue(BYTES);
        images.delete(tenant, image);
        assertThat(images.get(tenant, image)).isEmpty();
        images.delete(tenant, image);
    }

    @Test
    void keepsShopsApart() {
        images.put(tenant, image, BYTES);
        assertThat(images.get(other, image)).isEmpty();
        images.delete(other, image);
        assertThat(images.get(tenant, image)).isPresent();
    }

    @Test
    void leavesNothingButTheFileWhichOnlyItsOwnerReads() throws IOException {
        images.put(tenant, image, BYTES);
        Path folder = data.resolve("not-there-yet", "images", tenant.toString());
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).containsExactly(folder.resolve(image.toString()));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(all.getFirst())))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void saysSoWhenThereIsNoRoom() throws IOException {
        Files.writeString(data.resolve("not-there-yet"), "a file where the folder should be");
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> images.put(tenant, image, BYTES))
                .withMessageContaining("not-there-yet");
    }
}
