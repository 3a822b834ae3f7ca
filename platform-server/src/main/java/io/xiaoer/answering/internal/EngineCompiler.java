package io.xiaoer.answering.internal;

import io.xiaoer.answering.CompiledRelease;
import io.xiaoer.answering.Engine;
import io.xiaoer.answering.VoicePreview;
import io.xiaoer.answering.wording.Phrases;
import io.xiaoer.knowledge.AnswerCheck;
import io.xiaoer.releases.PublishCheck;
import io.xiaoer.releases.PublishedRelease;
import io.xiaoer.releases.ReleaseCompiler;
import io.xiaoer.releases.ReleaseContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What lower modules ask of the engine. */
@Component
class EngineCompiler implements ReleaseCompiler, PublishCheck, AnswerCheck {

    private final Engine engine;

    EngineCompiler(Engine engine) {
        this.engine = engine;
    }

    @Override
    public String engine() {
        return engine.version();
    }

    @Override
    public byte[] compile(ReleaseContent content, @Nullable PublishedRelease previous) {
        CompiledRelease before = previous == null ? null : engine.load(previous.content(), previous.compiled());
        return engine.compile(content, before).toBytes();
    }

    @Override
    public List<Objection> objectionsTo(ReleaseContent content) {
        List<Objection> objections = new ArrayList<>();
        if (content.entries().isEmpty()) {
            objections.add(new Objection(null, new Phrases(content.locale()).nothingToSay()));
        }
        engine.check(content).forEach(problem -> objections.add(new Objection(problem.entryKey(), problem.message())));
        return objections;
    }

    @Override
    public Optional<String> problemOf(String answer, String locale) {
        return VoicePreview.problemOf(answer, locale);
    }
}
