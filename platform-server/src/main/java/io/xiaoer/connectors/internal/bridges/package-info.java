/**
 * Connects shops to platforms: the contract {@link io.xiaoer.connectors.internal.bridges.Bridge} that each platform's own package
 * fulfils, and all that they share, from tokens to full readings. Adding a platform changes nothing here.
 */
@NullMarked
package io.xiaoer.connectors.internal.bridges;

import org.jspecify.annotations.NullMarked;
