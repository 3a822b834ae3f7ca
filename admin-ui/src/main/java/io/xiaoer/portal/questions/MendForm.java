package io.xiaoer.portal.questions;

import com.vaadin.flow.component.html.Div;
import io.xiaoer.insights.Mend;
import io.xiaoer.shared.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What somebody says is to be done about a question. */
abstract class MendForm extends Div {

    private static final long serialVersionUID = 1L;

    MendForm() {
        addClassName("form");
    }

    /** Of the dialog that it is in. */
    abstract String title();

    /** What the fields say now; empty if something is missing, which is then shown. */
    abstract Optional<Mend> mend();

    /** Marks the fields that a problem is about; false if it is about none. */
    abstract boolean shows(Problem problem);

    static List<String> lines(String text) {
        return Arrays.stream(text.split("\\R"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }
}
