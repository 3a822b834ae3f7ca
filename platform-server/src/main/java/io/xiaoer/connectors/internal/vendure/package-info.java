/** The bridge to Vendure, which shops run themselves: its API, its forms, its statuses. */
@NullMarked
package io.xiaoer.connectors.internal.vendure;

import org.jspecify.annotations.NullMarked;
