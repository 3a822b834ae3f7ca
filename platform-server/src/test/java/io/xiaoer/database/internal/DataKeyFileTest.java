package io.xiaoer.database.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataKeyFileTest {

    @TempDir
    private Path directory;

    @Test
    void writesAKeyOnceForItsOwnerOnly() throws IOException {
        DataKeyFile file = new DataKeyFile(directory.resolve("new"));
        assertThat(file.read()).isEmpty();

        assertThat(file.write("first")).isEqualTo("first");
        assertThat(file.write("second")).isEqualTo("first");

        assertThat(file.read()).contains("first");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
        try (var files = Files.list(file.path().getParent())) {
            assertThat(files).containsExactly(file.path());
        }
    }

    @Test
    void holdsOneKeyHoweverManyProcessesMakeItAtOnce() throws InterruptedException, ExecutionException {
        Callable<String> making =
                () -> new DataKeyFile(directory).write(Thread.currentThread().getName());
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<String> made : threads.invokeAll(Collections.nCopies(16, making))) {
                assertThat(new DataKeyFile(directory).read()).contains(made.get());
            }
        }
    }
}
