/** What integration tests stand on: one real PostgreSQL a JVM, the whole application, a client for its API. */
@NullMarked
package io.xiaoer.testing;

import org.jspecify.annotations.NullMarked;
