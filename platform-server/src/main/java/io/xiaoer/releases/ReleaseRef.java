package io.xiaoer.releases;

import io.xiaoer.shared.Problem;
import java.util.Optional;

/** The draft or a published release, as addresses and requests name them: {@code draft} or a number. */
public sealed interface ReleaseRef {

    /** What a release made now would hold. */
    record Draft() implements ReleaseRef {
        @Override
        public String toString() {
            return DRAFT;
        }
    }

    record Number(int number) implements ReleaseRef {
        @Override
        public String toString() {
            return Integer.toString(number);
        }
    }

    String DRAFT = "draft";

    static ReleaseRef draft() {
        return new Draft();
    }

    static ReleaseRef of(int number) {
        return new Number(number);
    }

    /** What {@code text} names; empty if it names nothing. */
    static Optional<ReleaseRef> parse(String text) {
        if (text.equals(DRAFT)) {
            return Optional.of(new Draft());
        }
        try {
            return Optional.of(new Number(Integer.parseInt(text)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** @throws Problem that there is no such release, if {@code text} names nothing */
    static ReleaseRef named(String text) {
        return parse(text).orElseThrow(() -> Problem.notFound("release"));
    }
}
