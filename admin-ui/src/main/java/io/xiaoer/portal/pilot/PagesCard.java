package io.xiaoer.portal.pilot;

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
import io.xiaoer.conversations.Beacons.BrowserErrors;
import io.xiaoer.conversations.Beacons.OfMembers;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Where the widget failed for members: browsers down, kinds of pages across, the worse the darker. */
class PagesCard extends Section {

    private static final long serialVersionUID = 1L;

    private static final List<String> PAGES = List.of("product", "cart", "mine", "other");

    private final transient List<BrowserErrors> errors;

    PagesCard(OfMembers told) {
        this.errors = told.errors();
        setId("pages");
        addClassNames("card", "pilot-pages");
        add(new H2(getTranslation("pilot.pages")));
        if (errors.isEmpty() && told.slowReplies() == 0) {
            Paragraph none = new Paragraph(getTranslation("pilot.pages.none"));
            none.addClassName("gates-met");
            add(none);
            return;
        }
        Paragraph sum = new Paragraph(getTranslation("pilot.pages.sum", told.allErrors(), told.slowReplies()));
        add(sum);
        if (!errors.isEmpty()) {
            Div room = new Div(table());
            room.addClassName("heat-room");
            add(room);
        }
    }

    private NativeTable table() {
        NativeTableRow head = new NativeTableRow(heading(getTranslation("pilot.pages.browser"), "col"));
        PAGES.forEach(page -> head.add(heading(getTranslation("pilot.page." + page), "col")));
        NativeTableBody body = new NativeTableBody();
        int most = errors.stream().mapToInt(BrowserErrors::count).max().orElse(1);
        for (String browser : browsers()) {
            NativeTableRow row = new NativeTableRow(heading(browser, "row"));
            PAGES.forEach(page -> row.add(cell(count(browser, page), most)));
            body.add(row);
        }
        NativeTable table = new NativeTable();
        table.addClassName("heat");
        table.add(new NativeTableHeader(head), body);
        return table;
    }

    private static NativeTableCell cell(int count, int most) {
        NativeTableCell cell = new NativeTableCell();
        cell.setText(count == 0 ? "–" : String.valueOf(count));
        if (count > 0) {
            cell.addClassName("heat-on");
            cell.getStyle().set("--heat", String.format(Locale.ROOT, "%d%%", 25 + 75 * count / most));
        }
        return cell;
    }

    /** Those that fail most first. */
    private List<String> browsers() {
        return errors.stream()
                .map(BrowserErrors::browser)
                .distinct()
                .sorted(Comparator.comparingInt((String browser) -> PAGES.stream()
                                .mapToInt(page -> count(browser, page))
                                .sum())
                        .reversed())
                .toList();
    }

    private int count(String browser, String page) {
        return errors.stream()
                .filter(error -> error.browser().equals(browser) && page(error).equals(page))
                .mapToInt(BrowserErrors::count)
                .sum();
    }

    private static String page(BrowserErrors error) {
        String kind = Objects.requireNonNullElse(error.pageKind(), "other");
        return PAGES.contains(kind) ? kind : "other";
    }

    private static NativeTableHeaderCell heading(String text, String scope) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(text);
        cell.getElement().setAttribute("scope", scope);
        return cell;
    }
}
