package io.xiaoer.rehearsal.internal;

import io.xiaoer.answering.CompiledRelease;
import io.xiaoer.answering.Engine;
import io.xiaoer.answering.Retold;
import io.xiaoer.conversations.PastQuestion;
import org.springframework.stereotype.Component;

/** Asks a question again as it was asked: then, in its conversation's course, over the facts that its receipt holds. */
@Component
class Retelling {

    private final Engine engine;

    Retelling(Engine engine) {
        this.engine = engine;
    }

    Retold again(CompiledRelease release, PastQuestion question) {
        return engine.answerAgain(
                release, question.said(), question.facts(), question.at().toInstant());
    }
}
