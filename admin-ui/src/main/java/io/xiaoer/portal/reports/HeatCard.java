package io.xiaoer.portal.reports;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.xiaoer.insights.EntryHours;
import java.util.List;
import java.util.Locale;

/** What is asked when: topics by hours of the day, the fuller the darker. */
class HeatCard extends Section {

    private static final long serialVersionUID = 1L;

    /** Every so many hours the hour is written down. */
    private static final int WRITTEN = 3;

    HeatCard(List<EntryHours> topics) {
        setId("heat");
        addClassNames("card", "reports-heat");
        Paragraph lead = new Paragraph(getTranslation("reports.heat.lead"));
        lead.addClassName("hint");
        add(new H2(getTranslation("reports.heat")), lead);
        int most = topics.stream()
                .flatMap(topic -> topic.hours().stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        NativeTableRow head = new NativeTableRow(heading(getTranslation("reports.heat.topic"), "col"));
        for (int hour = 0; hour < EntryHours.HOURS; hour++) {
            head.add(heading(hour % WRITTEN == 0 ? String.valueOf(hour) : "", "col"));
        }
        NativeTableHeaderCell all = heading(getTranslation("reports.heat.all"), "col");
        all.addClassName("reports-heat-all");
        head.add(all);
        NativeTableBody body = new NativeTableBody();
        topics.forEach(topic -> body.add(row(topic, most)));
        NativeTable table = new NativeTable();
        table.add(new NativeTableHeader(head), body);
        Div room = new Div(table);
        room.addClassName("reports-heat-room");
        room.getElement().setAttribute("tabindex", "0");
        room.getElement().setAttribute("role", "group");
        room.getElement().setAttribute("aria-label", getTranslation("reports.heat"));
        add(room);
    }

    private NativeTableRow row(EntryHours topic, int most) {
        String name = topic.entryKey() == null ? "" : topic.entryKey();
        NativeTableRow row = new NativeTableRow(heading(name, "row"));
        for (int hour = 0; hour < EntryHours.HOURS; hour++) {
            int count = topic.hours().get(hour);
            NativeTableCell cell = row.addDataCell();
            cell.setText(count == 0 ? "" : String.valueOf(count));
            if (count > 0) {
                // the square root, so that what is asked seldom can be told from what is never asked
                double heat = Math.sqrt((double) count / most);
                cell.getStyle().set("--heat", String.format(Locale.ROOT, "%.0f%%", 12 + 88 * heat));
                cell.addClassName(heat > 0.6 ? "reports-hot" : "reports-warm");
                cell.getElement().setAttribute("title", getTranslation("reports.heat.cell", name, hour, count));
            }
        }
        NativeTableCell all = row.addDataCell();
        all.setText(getTranslation("reports.count", topic.questions()));
        all.addClassName("reports-heat-all");
        return row;
    }

    private static NativeTableHeaderCell heading(String text, String scope) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(text);
        cell.getElement().setAttribute("scope", scope);
        return cell;
    }
}
