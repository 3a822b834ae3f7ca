package io.xiaoer.portal.questions;

import io.xiaoer.insights.QuestionsToFix;
import io.xiaoer.knowledge.EntryOutlines;
import io.xiaoer.knowledge.KnowledgeDrafts;
import io.xiaoer.portal.released.Publishing;
import io.xiaoer.tenants.Shops;
import io.xiaoer.tone.Tones;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What the view of questions to fix is made of. */
@Component
record QuestionServices(
        QuestionsToFix questions,
        EntryOutlines outlines,
        KnowledgeDrafts drafts,
        Tones tones,
        Shops shops,
        Publishing publishing,
        Clock clock) {}
