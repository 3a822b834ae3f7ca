package io.xiaoer.onboarding;

/**
 * What the shoppers of a trade often ask.
 *
 * @param entry key of the entry that answers it
 */
public record FirstQuestion(String question, String entry) {}
