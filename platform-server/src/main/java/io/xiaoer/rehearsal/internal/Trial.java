package io.xiaoer.rehearsal.internal;

import io.xiaoer.conversations.Asks.Asking;
import io.xiaoer.rehearsal.Mismatch;
import io.xiaoer.rehearsal.Mismatch.What;
import io.xiaoer.rehearsal.TestCase;
import io.xiaoer.rehearsal.TestResult;
import io.xiaoer.releases.ReleaseRef;
import io.xiaoer.shared.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks cases of a release, and of the live one at the same moment.
 *
 * @param live null if it is not asked
 */
record Trial(Asking asking, @Nullable Asking live) {

    private static final Logger LOG = LoggerFactory.getLogger(Trial.class);
    private static final int MAX_SAID = 4_000;

    TestResult of(TestCase one, ReleaseRef release) {
        Outcome outcome = outcome(asking, one, release);
        Heard heard = outcome.heard();
        return new TestResult(
                one,
                outcome.wrong().isEmpty(),
                live == null ? null : outcome(live, one, release).wrong().isEmpty(),
                heard == null ? null : heard.kind(),
                heard == null ? null : heard.entryKey(),
                heard == null ? null : cut(heard.said()),
                outcome.wrong());
    }

    private record Outcome(@Nullable Heard heard, List<Mismatch> wrong) {}

    private static Outcome outcome(Asking asked, TestCase one, ReleaseRef release) {
        try {
            Heard heard = Heard.of(asked.ask(one.toQuestion(release)));
            return new Outcome(heard, Judge.judge(one.expect(), heard));
        } catch (Problem problem) {
            return new Outcome(null, List.of(new Mismatch(What.ERROR, "", problem.detail())));
        } catch (RuntimeException e) {
            LOG.error("The test case {} could not be asked", one.id(), e);
            return new Outcome(null, List.of(new Mismatch(What.ERROR, "", "")));
        }
    }

    private static String cut(String text) {
        return text.length() <= MAX_SAID ? text : text.substring(0, MAX_SAID);
    }
}
