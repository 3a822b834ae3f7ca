package io.xiaoer.onboarding;

import io.xiaoer.answering.Reply;
import io.xiaoer.knowledge.Entry;
import org.jspecify.annotations.Nullable;

/**
 * What the draft said to a question.
 *
 * @param entry the entry it answered from, as it is now; null if it gave no answer
 */
public record Heard(String question, Reply reply, @Nullable Entry entry) {}
