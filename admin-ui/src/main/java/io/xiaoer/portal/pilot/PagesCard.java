package io.xiaoer.portal.pilot;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableDataCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.xiaoer.conversations.Beacons.Spot;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToIntFunction;

/** Where the widget failed or shoppers waited long: browsers down, kinds of pages across, the worse the darker. */
class PagesCard extends Section {

    private static final long serialVersionUID = 1L;

    private static final List<String> PAGES = List.of("product", "cart", "mine", "other");

    private final transient List<Spot> spots;

    PagesCard(List<Spot> spots, int days) {
        this.spots = spots;
        setId("pages");
        addClassNames("card", "pilot-pages");
        add(new H2(getTranslation("pilot.pages")));
        if (spots.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("pilot.pages.none", days));
            none.addClassName("gates-met");
            add(none);
            return;
        }
        Paragraph sum = new Paragraph(getTranslation(
                "pilot.pages.sum", days, sum(spots, Spot::errors), sum(spots, Spot::slowReplies)));
        sum.addClassName("hint");
        Div room = new Div(table());
        room.addClassName("heat-room");
        add(sum, room);
    }

    private NativeTable table() {
        NativeTableRow head = new NativeTableRow(heading(getTranslation("pilot.pages.browser"), "col"));
        PAGES.forEach(page -> head.add(heading(getTranslation("pilot.page." + page), "col")));
        NativeTableBody body = new NativeTableBody();
        int most = spots.stream().mapToInt(Spot::errors).max().orElse(0);
        for (String browser : browsers()) {
            NativeTableRow row = new NativeTableRow(heading(browser, "row"));
            for (String page : PAGES) {
                List<Spot> here = spots.stream()
                        .filter(spot -> spot.browser().equals(browser) && page(spot).equals(page))
                        .toList();
                row.add(cell(sum(here, Spot::errors), sum(here, Spot::slowReplies), most));
            }
            body.add(row);
        }
        NativeTable table = new NativeTable();
        table.addClassName("heat");
        table.add(new NativeTableHeader(head), body);
        return table;
    }

    private NativeTableDataCell cell(int errors, int slow, int most) {
        NativeTableDataCell cell = new NativeTableDataCell();
        if (errors == 0 && slow == 0) {
            cell.setText("–");
            return cell;
        }
        Span failed = new Span(getTranslation("pilot.pages.errors", errors));
        failed.addClassName("heat-errors");
        Span late = new Span(getTranslation("pilot.pages.slow", slow));
        late.addClassName("hint");
        if (errors > 0) {
            cell.add(failed);
            cell.addClassName("heat-on");
            cell.getStyle().set("--heat", String.format(Locale.ROOT, "%d%%", 25 + 75 * errors / Math.max(1, most)));
        }
        if (slow > 0) {
            cell.add(late);
        }
        return cell;
    }

    /** Those that fail most first. */
    private List<String> browsers() {
        return spots.stream()
                .map(Spot::browser)
                .distinct()
                .sorted((one, other) -> Integer.compare(trouble(other), trouble(one)))
                .toList();
    }

    private int trouble(String browser) {
        return spots.stream()
                .filter(spot -> spot.browser().equals(browser))
                .mapToInt(spot -> spot.errors() * 1000 + spot.slowReplies())
                .sum();
    }

    private static String page(Spot spot) {
        String kind = Objects.requireNonNullElse(spot.pageKind(), "other");
        return PAGES.contains(kind) ? kind : "other";
    }

    private static int sum(List<Spot> spots, ToIntFunction<Spot> of) {
        return spots.stream().mapToInt(of).sum();
    }

    private static NativeTableHeaderCell heading(String text, String scope) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(text);
        cell.getElement().setAttribute("scope", scope);
        return cell;
    }
}
