package io.xiaoer.portal.questions;

import io.xiaoer.bots.BotId;
import io.xiaoer.insights.Mend;
import io.xiaoer.insights.Mend.As;
import io.xiaoer.insights.NearEntry;
import io.xiaoer.insights.QuestionCluster;
import io.xiaoer.insights.QuestionsToFix;
import io.xiaoer.knowledge.EntryDraft;
import io.xiaoer.knowledge.EntryOutline;
import io.xiaoer.portal.frame.BackgroundWork;
import io.xiaoer.portal.frame.Messages;
import io.xiaoer.portal.frame.ShopContext;
import io.xiaoer.rehearsal.Effect;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tone.ToneProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What may be done about the questions of a view: asks how, shows what that would do, does it, and shows how the question stands then. */
class Mender {

    private static final Logger LOG = LoggerFactory.getLogger(Mender.class);

    private final QuestionsView view;
    private final ShopContext shop;
    private final QuestionServices services;
    private final QuestionsToFix questions;

    Mender(QuestionsView view, ShopContext shop, QuestionServices services) {
        this.view = view;
        this.shop = shop;
        this.services = services;
        this.questions = services.questions();
    }

    void seekNear(BotId bot, QuestionCluster question, Consumer<List<NearEntry>> found, Runnable failed) {
        BackgroundWork.begin(view, shop, () -> questions.nearest(bot, question.id()), found, failure -> {
            LOG.warn("The nearest entries could not be found", failure);
            failed.run();
        });
    }

    /**
     * These words belong to an entry that is there.
     *
     * @param likely entries that may be meant, the likeliest first
     * @param entryKey the one that is; null if that is to be chosen
     */
    void teach(QuestionCluster question, List<NearEntry> likely, @Nullable String entryKey) {
        view.work(
                () -> entries(question.bot(), likely),
                entries -> new MendDialog(
                                view,
                                this,
                                question,
                                new TeachForm(entries, entryKey, (as, key) -> suggested(question, as, key)))
                        .open());
    }

    /** Questions of the entries that answer, by their keys. */
    private Map<String, String> entries(BotId bot, List<NearEntry> likely) {
        Map<String, String> all = new LinkedHashMap<>();
        likely.forEach(entry -> all.put(entry.entryKey(), entry.question()));
        services.outlines().of(bot).stream()
                .filter(EntryOutline::enabled)
                .forEach(entry -> all.putIfAbsent(entry.key(), entry.question()));
        return all;
    }

    private List<String> suggested(QuestionCluster question, As as, @Nullable String key) {
        try {
            return shop.call(() -> questions.suggested(question.bot(), question.id(), as, key))
                    .texts();
        } catch (Problem problem) {
            LOG.debug("Nothing could be suggested", problem);
            return List.of();
        }
    }

    private record Begun(ToneProfile tone, EntryDraft base) {}

    /** A new entry answers it. */
    void answer(QuestionCluster question) {
        view.work(
                () -> new Begun(
                        services.tones().of(question.bot()),
                        base(question, questions.suggested(question.bot(), question.id(), As.ENTRY, null))),
                begun -> {
                    QuestionsView.Data data = view.shown();
                    if (data != null) {
                        new MendDialog(view, this, question, new NewEntryForm(data.shop(), begun.tone(), begun.base()))
                                .open();
                    }
                });
    }

    private static EntryDraft base(QuestionCluster question, Mend suggested) {
        EntryDraft entry = suggested.entry();
        return entry != null
                ? entry
                : new EntryDraft(
                        null, question.question(), List.of(), List.of(), "", List.of(), null, null, true, null);
    }

    /** @param missing what it could not have, as {@code need:state} */
    void connect(QuestionCluster question, String missing) {
        new ConnectDialog(view, question, missing, () -> resolve(question, Mend.connect())).open();
    }

    void preview(QuestionCluster question, Mend mend, Consumer<Effect> found, Consumer<RuntimeException> failed) {
        BackgroundWork.begin(
                view, shop, () -> questions.preview(question.bot(), question.id(), mend), found, failure -> {
                    if (!(failure instanceof Problem)) {
                        LOG.error("The effect of a change could not be found", failure);
                    }
                    failed.accept(failure);
                });
    }

    /** Saves it to the draft. */
    void save(QuestionCluster question, Mend mend, MendDialog dialog) {
        view.work(
                () -> questions.resolve(question.bot(), question.id(), mend),
                resolved -> {
                    dialog.close();
                    Messages.success(view.getTranslation("fixing.saved"));
                    view.again();
                },
                problem -> {
                    dialog.refuse(problem);
                    return problem.code() != Code.SUSPENDED && problem.code() != Code.VERSION_CONFLICT;
                });
    }

    /** Ignores it, or says that its data is connected; either can be taken back. */
    void resolve(QuestionCluster question, Mend mend) {
        view.work(() -> questions.resolve(question.bot(), question.id(), mend), resolved -> {
            Messages.undoable(
                    view, view.getTranslation("fixing.resolved." + mend.as().key()), () -> reopen(question));
            view.again();
        });
    }

    void reopen(QuestionCluster question) {
        view.work(() -> questions.reopen(question.bot(), question.id()), reopened -> view.again());
    }

    void publish(QuestionCluster question) {
        view.work(
                () -> services.publishing().waiting(question.bot()),
                waiting -> services.publishing().ask(view, view.entered(), question.bot(), waiting, live -> {
                    if (live) {
                        view.published(question);
                    } else {
                        view.again();
                    }
                }));
    }
}
