package io.xiaoer.releases;

import io.xiaoer.bots.BotId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has a say in whether a draft may be published: by its words alone, by how it answers, or both. */
public interface PublishCheck {

    /**
     * Something that stands in the way.
     *
     * @param entryKey the entry to mend; null if it is about the draft as a whole, or about a test case
     * @param testCase id of the test case that fails; null if it is about none
     * @param message what is wrong and what to do about it, in the shop's language
     */
    record Objection(@Nullable String entryKey, @Nullable String testCase, String message) {

        public Objection(@Nullable String entryKey, String message) {
            this(entryKey, null, message);
        }

        /** About a test case. */
        public static Objection ofCase(String id, String message) {
            return new Objection(null, id, message);
        }

        /** What it is about, as a field of a problem. */
        String field() {
            if (testCase != null) {
                return "tests/" + testCase;
            }
            return entryKey == null ? "draft" : "entries/" + entryKey;
        }
    }

    /**
     * A draft with its compiled form.
     *
     * @param compiled what the {@link ReleaseCompiler} made of it
     */
    @SuppressWarnings("ArrayRecordComponent") // megabytes, handed over and never compared
    record Compiled(BotId bot, ReleaseContent content, byte[] compiled) {}

    /** What stands in the way by the words alone; empty if nothing. Cheap enough to be asked whenever a draft is looked at. */
    default List<Objection> objectionsTo(ReleaseContent content) {
        return List.of();
    }

    /**
     * What stands in the way by how it answers; empty if nothing. Asked once before a release is made, after it was compiled
     * and outside of any transaction of publishing, so it may take seconds.
     */
    default List<Objection> objectionsTo(Compiled draft) {
        return List.of();
    }
}
