package io.xiaoer.conversations;

/**
 * Whether people are at the desk now.
 *
 * @param text when they are there, in the shop's language; when they are not, when they come back
 */
public record Attendance(boolean open, String text) {}
