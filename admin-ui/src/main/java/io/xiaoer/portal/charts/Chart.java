package io.xiaoer.portal.charts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.dom.Element;
import io.xiaoer.portal.charts.Series.Tone;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A picture of numbers in the portal's colours, light and dark, as wide as there is room. It says what it shows in words,
 * and has the numbers as a table beneath it. Its height comes from the style sheet.
 */
@Tag("figure")
@JavaScript("context://webjars/echarts/5.3.1/dist/echarts.common.min.js")
@JavaScript("context://js/charts.js")
@StyleSheet("context://css/charts.css")
public final class Chart extends Component implements HasStyle, HasComponents {

    private static final long serialVersionUID = 1L;
    private static final JsonMapper JSON = JsonMapper.shared();

    private Chart(String description, Map<String, Object> spec) {
        addClassName("chart");
        Element picture = new Element("x-chart");
        picture.setAttribute("role", "img");
        picture.setAttribute("aria-label", description);
        picture.setProperty("spec", JSON.writeValueAsString(spec));
        getElement().appendChild(picture);
    }

    /**
     * Amounts of several kinds one above the other, for each category.
     *
     * @param description what the picture says, in a sentence
     * @param of what the categories are, as the table's first heading
     */
    public static Chart stacked(String description, String of, List<String> categories, List<Series> series) {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("kind", "stack");
        spec.put("categories", categories);
        spec.put("series", series.stream().map(Chart::plain).toList());
        Chart chart = new Chart(description, spec);
        NativeTable table = new NativeTable();
        NativeTableRow head = new NativeTableRow(heading(of, "col"));
        series.forEach(one -> head.add(heading(one.name(), "col")));
        NativeTableBody body = new NativeTableBody();
        for (int i = 0; i < categories.size(); i++) {
            NativeTableRow row = new NativeTableRow(heading(categories.get(i), "row"));
            for (Series one : series) {
                row.addDataCell().setText(String.valueOf(one.values().get(i)));
            }
            body.add(row);
        }
        table.add(new NativeTableHeader(head), body);
        chart.addTable(table);
        return chart;
    }

    /**
     * Parts of a whole.
     *
     * @param centre what stands in the middle, and {@code centreLabel} beneath it
     */
    public static Chart ring(String description, String centre, String centreLabel, List<Series> parts) {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("kind", "ring");
        spec.put("centre", centre);
        spec.put("centreLabel", centreLabel);
        spec.put("series", parts.stream().map(Chart::plain).toList());
        Chart chart = new Chart(description, spec);
        NativeTableBody body = new NativeTableBody();
        for (Series part : parts) {
            NativeTableRow row = new NativeTableRow(heading(part.name(), "row"));
            row.addDataCell().setText(String.valueOf(part.values().getFirst()));
            body.add(row);
        }
        NativeTable table = new NativeTable();
        table.add(body);
        chart.addTable(table);
        return chart;
    }

    /**
     * How amounts went, category after category; the first line is the one it is about.
     *
     * @param description what the picture says, in a sentence
     * @param of what the categories are, as the table's first heading
     * @param unit comes after each number
     * @param most where the scale ends; null for as far as the numbers go
     * @param mark what the first line is held against; null for nothing
     */
    public static Chart lines(
            String description,
            String of,
            List<String> categories,
            List<Line> lines,
            String unit,
            @Nullable Integer most,
            @Nullable Mark mark) {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("kind", "lines");
        spec.put("categories", categories);
        spec.put("unit", unit);
        if (most != null) {
            spec.put("most", most);
        }
        if (mark != null) {
            spec.put("mark", mark.value());
            spec.put("markLabel", mark.label());
        }
        spec.put("series", lines.stream().map(Chart::plain).toList());
        Chart chart = new Chart(description, spec);
        NativeTableRow head = new NativeTableRow(heading(of, "col"));
        lines.forEach(line -> head.add(heading(line.name(), "col")));
        NativeTableBody body = new NativeTableBody();
        for (int i = 0; i < categories.size(); i++) {
            NativeTableRow row = new NativeTableRow(heading(categories.get(i), "row"));
            for (Line line : lines) {
                Integer value = line.values().get(i);
                row.addDataCell().setText(value == null ? "–" : value + unit);
            }
            body.add(row);
        }
        NativeTable table = new NativeTable();
        table.add(new NativeTableHeader(head), body);
        chart.addTable(table);
        return chart;
    }

    /** A level that a line is held against. */
    public record Mark(int value, String label) {}

    private void addTable(NativeTable table) {
        Div room = new Div(table);
        room.addClassName("chart-table");
        NativeDetails details = new NativeDetails(getTranslation("charts.data"), room);
        details.addClassName("chart-data");
        add(details);
    }

    private static NativeTableHeaderCell heading(String text, String scope) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(text);
        cell.getElement().setAttribute("scope", scope);
        return cell;
    }

    private static Map<String, Object> plain(Series series) {
        return plain(series.name(), series.tone(), series.values());
    }

    private static Map<String, Object> plain(Line line) {
        return plain(line.name(), line.tone(), line.values());
    }

    private static Map<String, Object> plain(String name, Tone tone, List<?> values) {
        return Map.of("name", name, "tone", tone.name().toLowerCase(Locale.ROOT), "values", values);
    }
}
