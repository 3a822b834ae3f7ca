package io.xiaoer.operations;

import io.xiaoer.shared.Figures;

/**
 * All shops together.
 *
 * @param today of each shop since its own midnight
 */
public record Totals(int shops, int suspended, Figures today) {}
