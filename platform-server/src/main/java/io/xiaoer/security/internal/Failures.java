package io.xiaoer.security.internal;

import io.xiaoer.security.ProblemWriter.Body;
import io.xiaoer.shared.Ids;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionTimedOutException;

/** What a caller may learn of a failure, wherever in the request it happened: never a stack trace, never SQL. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final List<Class<? extends Exception>> PASSING = List.of(
            CannotCreateTransactionException.class,
            TransactionTimedOutException.class,
            QueryTimeoutException.class,
            ConcurrencyFailureException.class,
            DataAccessResourceFailureException.class,
            TransientDataAccessResourceException.class,
            RecoverableDataAccessException.class);

    private Failures() {}

    static Body describe(Throwable failure) {
        Optional<Problem> known = problemIn(failure);
        if (known.isPresent()) {
            return Body.of(known.get());
        }
        if (PASSING.stream().anyMatch(type -> type.isInstance(failure))) {
            LOG.warn("Temporarily unavailable", failure);
            return Body.of(new Problem(Code.UNAVAILABLE, "Try again in a moment."));
        }
        return unexpected(failure);
    }

    /** A failure that is ours. The caller gets an id under which the log tells the rest. */
    static Body unexpected(Throwable failure) {
        String id = Ids.secret(9);
        LOG.error("Internal error {}", id, failure);
        return new Body(
                "about:blank",
                "Something went wrong on our side",
                500,
                "Try again. If it happens again, tell us this number: " + id,
                "internal-error",
                List.of());
    }

    /** The problem that {@code failure} is, or that it was caused by: readers of bodies wrap what stopped them. */
    static Optional<Problem> problemIn(@Nullable Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (cause instanceof Problem problem) {
                return Optional.of(problem);
            }
            if (cause instanceof BodyLimitFilter.BodyTooLargeException tooLarge) {
                return Optional.of(tooLarge.problem());
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }
}
