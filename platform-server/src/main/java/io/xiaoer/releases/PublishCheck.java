package io.xiaoer.releases;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has a say in whether a draft may be published. */
public interface PublishCheck {

    /**
     * Something that stands in the way.
     *
     * @param entryKey the entry to mend; null if it is about the draft as a whole
     * @param message what is wrong and what to do about it, in the shop's language
     */
    record Objection(@Nullable String entryKey, String message) {}

    /** What stands in the way; empty if nothing. */
    List<Objection> objectionsTo(ReleaseContent content);
}
