package io.xiaoer.tenants;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * Where a member is logged in.
 *
 * @param device as the browser calls itself
 * @param address network address it was opened from
 */
public record MemberSession(UUID id, String device, String address, OffsetDateTime createdAt, OffsetDateTime seenAt) {}
