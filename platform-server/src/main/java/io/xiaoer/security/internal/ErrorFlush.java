package io.xiaoer.security.internal;

import io.xiaoer.security.ApiErrors;
import io.xiaoer.shared.RegularFlush;
import org.springframework.stereotype.Component;

/** Writes down the failed calls that a node counted. */
@Component
class ErrorFlush extends RegularFlush {

    ErrorFlush(ApiErrors errors) {
        super("error-flush", errors::flush, "Failed calls could not be written down; they are kept for the next time");
    }
}
