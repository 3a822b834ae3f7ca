package io.xiaoer.connectors.internal;

import io.xiaoer.connectors.Fault;
import org.jspecify.annotations.Nullable;

/** A look-up that brought nothing usable. */
final class LookupFailed extends Exception {

    private static final long serialVersionUID = 1L;

    private final Fault.Code code;
    private final @Nullable String detail;

    LookupFailed(Fault.Code code, @Nullable String detail) {
        super(code.message());
        this.code = code;
        this.detail = detail;
    }

    Fault.Code code() {
        return code;
    }

    @Nullable
    String detail() {
        return detail;
    }
}
