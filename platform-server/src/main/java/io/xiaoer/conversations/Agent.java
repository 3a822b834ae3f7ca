package io.xiaoer.conversations;

import java.util.UUID;

/**
 * A member of the shop at the desk.
 *
 * @param id the member's
 * @param name as shoppers and colleagues see it; never an address
 */
public record Agent(UUID id, String name) {}
