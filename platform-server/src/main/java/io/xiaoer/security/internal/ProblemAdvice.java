package io.xiaoer.security.internal;

import io.xiaoer.shared.Ids;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.shared.Problem.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.databind.DatabindException;

/** Turns whatever goes wrong in a request into a problem its sender can act on; never a stack trace. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<Object> problem(Problem problem) {
        return reply(problem.code().status(), ProblemWriter.body(problem));
    }

    @ExceptionHandler
    ResponseEntity<Object> tooLarge(BodyLimitFilter.BodyTooLarge tooLarge) {
        return problem(BodyLimitFilter.problem());
    }

    @ExceptionHandler({CannotCreateTransactionException.class, TransientDataAccessException.class})
    ResponseEntity<Object> unavailable(Exception cause) {
        LOG.warn("The database did not answer", cause);
        return problem(new Problem(Code.UNAVAILABLE, "Please try again in a moment."));
    }

    @ExceptionHandler
    ResponseEntity<Object> unexpected(Exception bug) {
        String id = Ids.next().toString();
        LOG.error("Unexpected failure {}", id, bug);
        return reply(
                500,
                ProblemWriter.body(
                        500,
                        "internal-error",
                        "Something went wrong here",
                        "It is our fault and has been recorded as " + id + ".",
                        List.of()));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyLimitFilter.BodyTooLarge) {
                return problem(BodyLimitFilter.problem());
            }
            if (cause instanceof DatabindException databind
                    && !databind.getPath().isEmpty()) {
                StringBuilder field = new StringBuilder();
                databind.getPath().forEach(step -> {
                    if (step.getPropertyName() == null) {
                        field.append('[').append(step.getIndex()).append(']');
                    } else {
                        field.append(field.isEmpty() ? "" : ".").append(step.getPropertyName());
                    }
                });
                return problem(Problem.invalid(field.toString(), "has the wrong form"));
            }
        }
        return problem(new Problem(Code.INVALID_INPUT, "The body is not valid JSON of the expected form."));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception exception,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (status.value() == 404) {
            return problem(new Problem(Code.NOT_FOUND, "There is no such path."));
        }
        if (status.is4xxClientError()) {
            String detail = exception instanceof org.springframework.web.ErrorResponse response
                            && response.getBody().getDetail() != null
                    ? response.getBody().getDetail()
                    : "The request is not valid.";
            List<FieldError> errors = List.of();
            return ResponseEntity.status(status)
                    .headers(headers)
                    .contentType(MediaType.parseMediaType(ProblemWriter.MEDIA_TYPE))
                    .body(ProblemWriter.body(
                            status.value(),
                            Code.INVALID_INPUT.key(),
                            Code.INVALID_INPUT.title(),
                            detail == null ? "" : detail,
                            errors));
        }
        return unexpected(exception);
    }

    private static ResponseEntity<Object> reply(int status, Object body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.parseMediaType(ProblemWriter.MEDIA_TYPE))
                .body(body);
    }
}
