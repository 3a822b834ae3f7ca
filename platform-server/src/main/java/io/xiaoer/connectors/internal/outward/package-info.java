/** Calls to addresses that shops have typed in: guarded against being led to where only we can reach. */
@NullMarked
package io.xiaoer.connectors.internal.outward;

import org.jspecify.annotations.NullMarked;
