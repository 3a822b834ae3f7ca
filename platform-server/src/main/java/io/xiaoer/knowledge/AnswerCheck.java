package io.xiaoer.knowledge;

import java.util.Optional;

/** Judges an answer's template before it is saved; the module that renders answers implements it. */
public interface AnswerCheck {

    /** What is wrong with the template, in words for an author who reads {@code locale}; empty if nothing. */
    Optional<String> problemOf(String answer, String locale);
}
