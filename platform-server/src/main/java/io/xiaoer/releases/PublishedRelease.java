package io.xiaoer.releases;

/**
 * A release as it was published.
 *
 * @param compiled what the {@link ReleaseCompiler} made of it
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes, handed over once and never compared
public record PublishedRelease(int number, ReleaseContent content, byte[] compiled) {}
