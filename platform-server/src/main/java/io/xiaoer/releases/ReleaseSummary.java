package io.xiaoer.releases;

import java.time.Instant;

/**
 * One line of a bot's history of releases.
 *
 * @param checksum SHA-256 of the content, in hexadecimal
 */
public record ReleaseSummary(
        int number, String note, int entries, String checksum, String createdBy, Instant createdAt) {}
