package io.xiaoer.portal.rehearsal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.Command;
import io.xiaoer.bots.BotId;
import io.xiaoer.knowledge.SheetFormat;
import io.xiaoer.portal.frame.BackgroundWork;
import io.xiaoer.portal.frame.Messages;
import io.xiaoer.portal.frame.Notices;
import io.xiaoer.portal.frame.ShopContext;
import io.xiaoer.portal.imports.FileUpload;
import io.xiaoer.portal.words.Downloads;
import io.xiaoer.rehearsal.TestCases;
import io.xiaoer.rehearsal.TestCases.Imported;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a file of cases, and says what came of it. */
class ImportDialog extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ImportDialog.class);
    private static final int MOST_REJECTED = 50;

    private final transient ShopContext shop;
    private final transient TestCases cases;
    private final transient BotId bot;
    private final Command done;
    private final Div problem = new Div();
    private final Div content = new Div();
    private boolean changed;

    ImportDialog(ShopContext shop, TestCases cases, BotId bot, Command done) {
        this.shop = shop;
        this.cases = cases;
        this.bot = bot;
        this.done = done;
        setHeaderTitle(getTranslation("tests.import"));
        setWidth("36rem");
        content.addClassName("form");
        problem.addClassName("failure");
        problem.setId("test-file-problem");
        add(content);
        choose();
        getFooter().add(new Button(getTranslation("common.close"), click -> close()));
        addOpenedChangeListener(change -> {
            if (!change.isOpened() && changed) {
                done.execute();
            }
        });
    }

    private void choose() {
        content.removeAll();
        problem.setVisible(false);
        FileUpload upload = new FileUpload((name, bytes) -> take(bytes), this::refuse);
        Paragraph columns = new Paragraph(getTranslation("tests.import.columns"));
        columns.addClassName("hint");
        String locale = getLocale().toLanguageTag();
        Anchor example = Downloads.link(
                shop,
                getTranslation("tests.import.example"),
                getTranslation("tests.import.name") + ".csv",
                SheetFormat.CSV.mediaType(),
                () -> cases.export(bot, SheetFormat.CSV, locale));
        example.setId("export-tests");
        content.add(new Paragraph(getTranslation("tests.import.lead")), problem, upload, columns, example);
    }

    private void refuse(String text) {
        problem.setText(text);
        problem.setVisible(true);
    }

    private void take(byte[] bytes) {
        String locale = getLocale().toLanguageTag();
        content.removeAll();
        content.add(Notices.loading(getTranslation("tests.importing")));
        BackgroundWork.begin(this, shop, () -> cases.importFile(bot, bytes, locale), this::show, failure -> {
            choose();
            if (failure instanceof Problem known) {
                refuse(
                        known.code() == Code.QUOTA_EXCEEDED
                                ? getTranslation("tests.too-many", TestCases.MOST)
                                : known.code() == Code.INVALID_INPUT || known.code() == Code.TOO_LARGE
                                        ? known.detail()
                                        : Messages.of(this, known));
            } else {
                LOG.error("Test cases could not be imported", failure);
                refuse(getTranslation("common.failed"));
            }
        });
    }

    private void show(Imported imported) {
        changed = changed || imported.created() + imported.updated() > 0;
        content.removeAll();
        Paragraph result = new Paragraph(
                getTranslation("tests.imported", imported.created(), imported.updated(), imported.unchanged()));
        result.setId("imported-tests");
        content.add(result);
        if (!imported.rejected().isEmpty()) {
            Div rejected = new Div(new Span(
                    getTranslation("tests.rejected", imported.rejected().size())));
            rejected.addClassName("warning");
            UnorderedList list = new UnorderedList();
            list.addClassName("tests-rejected");
            imported.rejected().stream().limit(MOST_REJECTED).forEach(row -> {
                ListItem line =
                        new ListItem(getTranslation("tests.rejected.row", String.valueOf(row.row()), row.reason()));
                line.getElement().setAttribute("data-row", String.valueOf(row.row()));
                list.add(line);
            });
            content.add(rejected, list);
        }
        content.add(new Button(getTranslation("tests.import.another"), click -> choose()));
    }
}
