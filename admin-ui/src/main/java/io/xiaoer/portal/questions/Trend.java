package io.xiaoer.portal.questions;

import com.vaadin.flow.component.html.Span;
import io.xiaoer.insights.QuestionCluster;

/** Whether a question fails more or less often than the week before, drawn as two bars. */
class Trend extends Span {

    private static final long serialVersionUID = 1L;
    private static final int PERCENT = 100;

    Trend(QuestionCluster question) {
        int before = question.weekBefore();
        int now = question.lastWeek();
        int top = Math.max(1, Math.max(before, now));
        addClassNames("fix-trend", "fix-trend-" + direction(before, now));
        String words = getTranslation("fixing.trend", now, before);
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", words);
        getElement().setAttribute("title", words);
        add(bar(before, top), bar(now, top));
        if (now != before) {
            add(new Span((now > before ? "↑" : "↓") + Math.abs(now - before)));
        }
    }

    static String direction(int before, int now) {
        return now > before ? "up" : now < before ? "down" : "same";
    }

    private static Span bar(int count, int top) {
        Span bar = new Span();
        bar.addClassName("fix-trend-bar");
        bar.getStyle().set("block-size", PERCENT * count / top + "%");
        return bar;
    }
}
