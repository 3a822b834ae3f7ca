package io.xiaoer.database.internal;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the database is.
 *
 * @param data directory of everything Xiaoer keeps on disk
 * @param url JDBC address of an external PostgreSQL; unset starts the embedded one
 * @param poolSize connections of the application's pool
 */
@ConfigurationProperties("xiaoer.db")
record DatabaseSettings(
        Path data,
        @Nullable String url,
        @Nullable Credentials owner,
        @Nullable Credentials app,
        @Nullable Credentials operator,
        @DefaultValue("16") int poolSize) {

    /** Name and password of one role. */
    record Credentials(@Nullable String user, @Nullable String password) {}
}
