package io.xiaoer.operations;

import io.xiaoer.shared.Figures;

/**
 * All shops together.
 *
 * @param pilots shops in which something is tried on new shoppers now
 * @param halted shops in which a bot was taken back by itself in the last 30 days
 * @param today of each shop since its own midnight
 */
public record Totals(int shops, int suspended, int pilots, int halted, Figures today) {}
