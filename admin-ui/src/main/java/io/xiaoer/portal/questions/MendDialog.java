package io.xiaoer.portal.questions;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import io.xiaoer.insights.Mend;
import io.xiaoer.insights.QuestionCluster;
import io.xiaoer.portal.effects.EffectPanel;
import io.xiaoer.portal.frame.Messages;
import io.xiaoer.portal.frame.Notices;
import io.xiaoer.rehearsal.Effect;
import io.xiaoer.shared.Problem;

/** First what is to be changed, then what that would do, and only then into the draft. */
class MendDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final QuestionsView view;
    private final transient Mender mender;
    private final transient QuestionCluster question;
    private final MendForm form;
    private final Div problem = new Div();
    /** What is looked at; what comes late for something else is not shown. */
    private int turn;

    MendDialog(QuestionsView view, Mender mender, QuestionCluster question, MendForm form) {
        this.view = view;
        this.mender = mender;
        this.question = question;
        this.form = form;
        setId("mend");
        setWidth("44rem");
        setMaxHeight("90vh");
        setHeaderTitle(form.title());
        addClassName("fix-dialog");
        problem.addClassName("failure");
        problem.getElement().setAttribute("role", "alert");
        edit();
    }

    private void edit() {
        turn++;
        removeAll();
        getFooter().removeAll();
        setCloseOnOutsideClick(false);
        add(problem, form);
        problem.setVisible(false);
        Button cancel = new Button(getTranslation("common.cancel"), click -> close());
        Button next = new Button(
                getTranslation("fixing.preview"), click -> form.mend().ifPresent(this::preview));
        next.setId("mend-preview");
        next.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(cancel, next);
    }

    private void preview(Mend mend) {
        int mine = ++turn;
        removeAll();
        getFooter().removeAll();
        add(Notices.loading(getTranslation("fixing.previewing")));
        getFooter().add(back());
        mender.preview(
                question,
                mend,
                effect -> {
                    if (mine == turn && isOpened()) {
                        show(mend, effect);
                    }
                },
                failure -> {
                    if (mine == turn && isOpened()) {
                        edit();
                        explain(failure);
                    }
                });
    }

    private void show(Mend mend, Effect effect) {
        removeAll();
        getFooter().removeAll();
        add(new EffectPanel(effect, key -> view.address("/knowledge/" + key)));
        Button save = new Button(getTranslation("fixing.save"));
        save.addClickListener(click -> mender.save(question, mend, this));
        save.setId("mend-save");
        save.setDisableOnClick(true);
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(back(), save);
    }

    private Button back() {
        Button back = new Button(getTranslation("fixing.change"), click -> edit());
        back.setId("mend-back");
        return back;
    }

    /** Shows the form again, with what is wrong with it. */
    void refuse(Problem wrong) {
        edit();
        explain(wrong);
    }

    private void explain(RuntimeException failure) {
        if (failure instanceof Problem known) {
            if (form.shows(known)) {
                return;
            }
            problem.setText(
                    known.code() == Problem.Code.UNAVAILABLE
                            ? getTranslation("fixing.preview.slow")
                            : Messages.of(this, known));
        } else {
            problem.setText(getTranslation("common.failed"));
        }
        problem.setVisible(true);
    }
}
