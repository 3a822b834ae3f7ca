package io.xiaoer.portal.reports;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import io.xiaoer.insights.Period;
import io.xiaoer.portal.words.PickerTexts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Chooses the days that are counted. */
class PeriodPicker extends Div {

    private static final long serialVersionUID = 1L;

    private final ReportsView view;
    private final DatePicker from = new DatePicker();
    private final DatePicker to = new DatePicker();

    PeriodPicker(ReportsView view, ReportsView.Data data) {
        this.view = view;
        addClassName("reports-period");
        Nav lengths = new Nav();
        lengths.addClassName("reports-lengths");
        lengths.setAriaLabel(getTranslation("reports.period"));
        for (int days : ReportsView.LENGTHS) {
            Anchor link = new Anchor(view.link("/reports?days=" + days), getTranslation("reports.days", days));
            link.setId("days-" + days);
            if (data.length().filter(length -> length == days).isPresent()) {
                link.getElement().setAttribute("aria-current", "page");
            }
            lengths.add(link);
        }
        set(from, "from", data.period().from(), data.today());
        set(to, "to", data.period().to(), data.today());
        Button show = new Button(getTranslation("reports.period.show"), click -> choose());
        show.setId("show-period");
        Div own = new Div(from, to, show);
        own.addClassName("reports-own");
        add(lengths, own);
    }

    private void set(DatePicker picker, String name, LocalDate value, LocalDate today) {
        picker.setId(name);
        picker.setLabel(getTranslation("reports.period." + name));
        picker.setI18n(PickerTexts.of(view));
        picker.setMax(today);
        picker.setValue(value);
        picker.addValueChangeListener(change -> picker.setInvalid(false));
    }

    private void choose() {
        LocalDate first = from.getValue();
        LocalDate last = to.getValue();
        refuse(from, first == null, "reports.period.missing");
        refuse(to, last == null, "reports.period.missing");
        if (first == null || last == null) {
            return;
        }
        boolean turned = last.isBefore(first);
        refuse(to, turned, "reports.period.turned");
        if (turned) {
            return;
        }
        boolean tooLong = first.plusDays(Period.MOST_DAYS).isBefore(last.plusDays(1));
        refuse(from, tooLong, "reports.period.long");
        if (!tooLong) {
            view.go(Map.of("from", List.of(first.toString()), "to", List.of(last.toString())));
        }
    }

    private void refuse(DatePicker picker, boolean wrong, String text) {
        picker.setErrorMessage(wrong ? getTranslation(text, Period.MOST_DAYS) : "");
        picker.setInvalid(wrong);
    }
}
