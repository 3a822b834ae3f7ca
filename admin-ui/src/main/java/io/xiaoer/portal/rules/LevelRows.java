package io.xiaoer.portal.rules;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.Command;
import io.xiaoer.portal.words.FieldProblems;
import io.xiaoer.portal.words.Typing;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Member levels and what each gets, one benefit a line. */
class LevelRows extends Rows<LevelRows.Level> {

    private static final long serialVersionUID = 1L;

    /** The two fields of a level. */
    record Level(TextField title, TextArea benefits) {

        List<String> lines() {
            return Arrays.stream(benefits.getValue().split("\\R"))
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }

    LevelRows(String name, Command changed) {
        super(name, changed);
    }

    @Override
    protected Level empty() {
        TextField title = new TextField(getTranslation("rules.field.level"));
        title.setMaxLength(60);
        title.setManualValidation(true);
        TextArea benefits = new TextArea(getTranslation("rules.field.benefits"));
        benefits.setPlaceholder(getTranslation("rules.benefits.example"));
        benefits.setManualValidation(true);
        Typing.reacts(title);
        Typing.reacts(benefits);
        title.addValueChangeListener(change -> changed.execute());
        benefits.addValueChangeListener(change -> changed.execute());
        return new Level(title, benefits);
    }

    @Override
    protected List<Component> fields(Level row) {
        return List.of(row.title(), row.benefits());
    }

    @Override
    protected void setReadOnly(Level row, boolean readOnly) {
        row.title().setReadOnly(readOnly);
        row.benefits().setReadOnly(readOnly);
    }

    @Override
    public Object read() {
        Map<String, Object> levels = new LinkedHashMap<>();
        for (Level row : rows) {
            String title = row.title().getValue().strip();
            if (!title.isEmpty() || !row.lines().isEmpty()) {
                levels.put(title, row.lines());
            }
        }
        return levels;
    }

    @Override
    public void write(@Nullable Object value) {
        clear();
        if (value instanceof Map<?, ?> levels) {
            levels.forEach((title, benefits) -> {
                Level row = empty();
                row.title().setValue(Objects.toString(title));
                row.benefits()
                        .setValue(
                                benefits instanceof List<?> lines
                                        ? lines.stream().map(Objects::toString).collect(Collectors.joining("\n"))
                                        : Objects.toString(benefits, ""));
                append(row);
            });
        }
        if (rows.isEmpty()) {
            append(empty());
        }
    }

    @Override
    public void mark(Map<String, String> problems) {
        markAll(own(problems));
        for (Level row : rows) {
            String title = row.title().getValue().strip();
            boolean nameless = title.isEmpty() && !row.lines().isEmpty() && !problems.isEmpty();
            FieldProblems.mark(row.title(), nameless ? getTranslation("rules.wrong.level-name") : null);
            String path = name() + "." + title;
            FieldProblems.mark(
                    row.benefits(),
                    title.isEmpty()
                            ? null
                            : problems.entrySet().stream()
                                    .filter(problem -> problem.getKey().equals(path)
                                            || problem.getKey().startsWith(path + "["))
                                    .map(Map.Entry::getValue)
                                    .findFirst()
                                    .orElse(null));
        }
    }
}
