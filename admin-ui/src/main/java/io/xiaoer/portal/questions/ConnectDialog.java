package io.xiaoer.portal.questions;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.Command;
import io.xiaoer.insights.QuestionCluster;

/** Says which data an answer could not have, and leads to where it is connected. */
class ConnectDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    /**
     * @param missing {@code need:state}
     * @param connected is called once somebody says that it is there now
     */
    ConnectDialog(QuestionsView view, QuestionCluster question, String missing, Command connected) {
        Remedy remedy = Remedy.of(missing);
        String data = Remedy.need(missing)
                .map(need -> getTranslation("entry.need." + need.key()))
                .orElseGet(() -> getTranslation("fixing.connect.something"));
        setId("connect");
        setWidth("32rem");
        setHeaderTitle(getTranslation("fixing.do.connect"));
        Paragraph why = new Paragraph(question.why());
        Paragraph how = new Paragraph(getTranslation("fixing.connect." + remedy.key(), data));
        how.setId("connect-how");
        Div text = new Div(why, how);
        text.addClassName("form");
        if (view.may(remedy.permission())) {
            Anchor way =
                    new Anchor(view.address(remedy.path()), getTranslation("fixing.connect." + remedy.key() + ".go"));
            way.setId("connect-way");
            way.addClassNames("action", "action-primary");
            Div actions = new Div(way);
            actions.addClassName("actions");
            text.add(actions);
        } else {
            Paragraph owner = new Paragraph(getTranslation("fixing.connect.owner"));
            owner.addClassName("hint");
            text.add(owner);
        }
        add(text);
        Button done = new Button(getTranslation("fixing.connect.done"), click -> {
            close();
            connected.execute();
        });
        done.setId("connect-done");
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), done);
    }
}
