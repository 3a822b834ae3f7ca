package io.xiaoer.portal.imports;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.server.Command;
import io.xiaoer.knowledge.EntryImport;

/** How far a running import is. */
class ProgressCard extends Section {

    private static final long serialVersionUID = 1L;

    private final H2 title = new H2();
    private final ProgressBar bar = new ProgressBar();
    private final Paragraph far = new Paragraph();

    ProgressCard(Command stop) {
        addClassNames("card", "imports-card");
        setId("running");
        far.setId("progress-text");
        far.getElement().setAttribute("role", "status");
        Paragraph leave = new Paragraph(getTranslation("imports.running.leave"));
        leave.addClassName("hint");
        Button button = new Button(getTranslation("imports.stop"), click -> stop.execute());
        button.setId("stop-import");
        Div actions = new Div(button);
        actions.addClassName("actions");
        add(title, bar, far, leave, actions);
    }

    void show(EntryImport job) {
        int applied = job.created() + job.updated();
        title.setText(getTranslation("imports.running", job.fileName()));
        bar.setMax(Math.max(1, job.planned()));
        bar.setValue(Math.min(applied, Math.max(1, job.planned())));
        far.setText(getTranslation("imports.running.far", applied, job.planned()));
    }
}
