package io.xiaoer.portal.words;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A few short texts; typed or pasted, several at once if commas part them. */
public final class Chips extends MultiSelectComboBox<String> {

    private static final long serialVersionUID = 1L;

    private static final String SEPARATORS = "[,，、;；|\\n\\t]+";

    public Chips(String label) {
        super(label);
        setAllowCustomValue(true);
        setAutoOpen(false);
        setAutoExpand(AutoExpandMode.VERTICAL);
        setItems(List.of());
        addCustomValueSetListener(event -> {
            Set<String> all = new LinkedHashSet<>(getValue());
            all.addAll(parse(event.getDetail()));
            setTexts(all);
        });
    }

    /** The texts in a line that separators part. */
    public static List<String> parse(String line) {
        return Arrays.stream(line.split(SEPARATORS))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    /** In the order they were entered. */
    public List<String> texts() {
        return new ArrayList<>(getValue());
    }

    public void setTexts(java.util.Collection<String> texts) {
        setItems(new ArrayList<>(new LinkedHashSet<>(texts)));
        setValue(new LinkedHashSet<>(texts));
    }
}
