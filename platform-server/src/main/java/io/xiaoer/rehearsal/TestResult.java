package io.xiaoer.rehearsal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of one case of a run.
 *
 * @param tested the case as it was when the run began
 * @param passed null until it was asked
 * @param livePassed whether it passed on the live release at the same moment; null where that was not asked
 * @param kind of the reply
 * @param entryKey the entry that answered; null if none did
 * @param mismatches why it failed
 */
public record TestResult(
        TestCase tested,
        @Nullable Boolean passed,
        @Nullable Boolean livePassed,
        @Nullable String kind,
        @Nullable String entryKey,
        @Nullable String said,
        List<Mismatch> mismatches) {

    public TestResult {
        mismatches = List.copyOf(mismatches);
    }

    public boolean isFailed() {
        return Boolean.FALSE.equals(passed);
    }

    /** It passes, and does not on the live release. */
    public boolean isNewlyFixed() {
        return Boolean.TRUE.equals(passed) && Boolean.FALSE.equals(livePassed);
    }

    /** It fails, and does not on the live release. */
    public boolean isNewlyBroken() {
        return isFailed() && Boolean.TRUE.equals(livePassed);
    }
}
