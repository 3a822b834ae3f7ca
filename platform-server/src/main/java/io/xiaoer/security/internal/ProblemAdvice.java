package io.xiaoer.security.internal;

import io.xiaoer.security.ProblemWriter.Body;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.shared.Problem.FieldError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidFormatException;

/** Turns whatever goes wrong in a controller, or on the way to one, into a problem with one of our codes. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice extends ResponseEntityExceptionHandler {

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> other(Exception exception, WebRequest request) throws Exception {
        if (exception instanceof AuthenticationException || exception instanceof AccessDeniedException) {
            // the security chain knows what to answer
            throw exception;
        }
        if (isCommitted(request)
                || (exception instanceof IOException
                        && Failures.problemIn(exception).isEmpty())) {
            // the caller went away, or has half an answer
            return null;
        }
        return answer(Failures.describe(exception), new HttpHeaders());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception exception,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (isCommitted(request)) {
            return null;
        }
        Optional<Problem> known = Failures.problemIn(exception);
        if (known.isPresent()) {
            return answer(Body.of(known.get()), headers);
        }
        if (status.is5xxServerError() && status.value() != HttpStatus.SERVICE_UNAVAILABLE.value()) {
            return answer(Failures.unexpected(exception), headers);
        }
        return answer(
                switch (status.value()) {
                    case 404 -> Body.of(new Problem(Code.NOT_FOUND, "There is nothing at this address."));
                    case 413 -> Body.of(new Problem(Code.TOO_LARGE, "The body is too large."));
                    case 503 -> Body.of(new Problem(Code.UNAVAILABLE, "Try again in a moment."));
                    default -> Body.of(invalid(exception), status.value());
                },
                headers);
    }

    private static Problem invalid(Exception exception) {
        List<FieldError> errors = errors(exception);
        if (!errors.isEmpty()) {
            FieldError first = errors.getFirst();
            return new Problem(Code.INVALID_INPUT, first.field() + " " + first.message() + ".", errors);
        }
        return new Problem(
                Code.INVALID_INPUT,
                switch (exception) {
                    case HttpMessageNotReadableException e -> "The body is missing or is not well-formed JSON.";
                    case HttpRequestMethodNotSupportedException e ->
                        "The method " + e.getMethod() + " is not supported here.";
                    case HttpMediaTypeNotSupportedException e -> "The body's media type is not supported here.";
                    default -> "The request is not valid.";
                });
    }

    private static List<FieldError> errors(Exception exception) {
        return switch (exception) {
            case MethodArgumentTypeMismatchException e -> List.of(new FieldError(e.getName(), "has the wrong form"));
            case TypeMismatchException e
            when e.getPropertyName() != null -> List.of(new FieldError(e.getPropertyName(), "has the wrong form"));
            case MissingServletRequestParameterException e ->
                List.of(new FieldError(e.getParameterName(), "is required"));
            case MissingServletRequestPartException e -> List.of(new FieldError(e.getRequestPartName(), "is required"));
            case MissingRequestHeaderException e -> List.of(new FieldError(e.getHeaderName(), "is required"));
            case MethodArgumentNotValidException e ->
                e.getBindingResult().getFieldErrors().stream()
                        .map(error -> new FieldError(error.getField(), message(error.getDefaultMessage())))
                        .toList();
            case HandlerMethodValidationException e -> parameters(e);
            case HttpMessageNotReadableException e -> field(e);
            default -> List.of();
        };
    }

    private static List<FieldError> parameters(HandlerMethodValidationException exception) {
        List<FieldError> errors = new ArrayList<>();
        exception.getParameterValidationResults().forEach(result -> {
            if (result instanceof ParameterErrors bean) {
                bean.getFieldErrors()
                        .forEach(error ->
                                errors.add(new FieldError(error.getField(), message(error.getDefaultMessage()))));
            } else {
                String name = result.getMethodParameter().getParameterName();
                result.getResolvableErrors()
                        .forEach(error -> errors.add(
                                new FieldError(name == null ? "request" : name, message(error.getDefaultMessage()))));
            }
        });
        return errors;
    }

    private static String message(@Nullable String text) {
        return text == null ? "is not valid" : text;
    }

    /** Where in the JSON a value of the wrong type stands; nothing if it is not JSON at all. */
    private static List<FieldError> field(HttpMessageNotReadableException exception) {
        if (!(exception.getCause() instanceof JacksonException json)
                || json.getPath().isEmpty()) {
            return List.of();
        }
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference reference : json.getPath()) {
            if (reference.getPropertyName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
            }
        }
        return List.of(new FieldError(path.toString(), wrong(json)));
    }

    private static String wrong(JacksonException json) {
        if (json instanceof InvalidFormatException value
                && value.getTargetType().isEnum()) {
            return Arrays.stream(value.getTargetType().getEnumConstants())
                    .map(name -> name.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", ", "must be one of ", ""));
        }
        return "has the wrong type or value";
    }

    private static ResponseEntity<Object> answer(Body body, HttpHeaders headers) {
        body.retryAfter().ifPresent(seconds -> headers.set(HttpHeaders.RETRY_AFTER, seconds));
        return ResponseEntity.status(body.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }

    private static boolean isCommitted(WebRequest request) {
        return request instanceof ServletWebRequest servlet
                && servlet.getResponse() != null
                && servlet.getResponse().isCommitted();
    }
}
