package io.xiaoer.releases;

import org.jspecify.annotations.Nullable;

/** Turns a release's words into the form an engine loads; the engine's module implements it. */
public interface ReleaseCompiler {

    /** Names the engine and the form; another name means the bytes must be made again. */
    String engine();

    /** @param previous a release of the same bot, whose work for unchanged texts may be used again */
    byte[] compile(ReleaseContent content, @Nullable PublishedRelease previous);
}
