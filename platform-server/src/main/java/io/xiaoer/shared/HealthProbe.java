package io.xiaoer.shared;

import java.time.Instant;
import java.util.List;

/**
 * Tells vendor staff how a shop is doing, as far as one module knows. Asked every minute, shop by shop, inside a transaction
 * of the bound tenant. Nothing it tells may be a shopper's or a shop's words.
 */
public interface HealthProbe {

    /**
     * Some time whose figures are wanted.
     *
     * @param end exclusive
     */
    record Span(Instant begin, Instant end) {}

    Health examine(List<Span> spans);
}
