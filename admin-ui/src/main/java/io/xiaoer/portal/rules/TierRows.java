package io.xiaoer.portal.rules;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.Command;
import io.xiaoer.portal.words.FieldProblems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** So much off from so much on, tier by tier. */
class TierRows extends Rows<TierRows.Tier> {

    private static final long serialVersionUID = 1L;

    /** The two fields of a tier. */
    record Tier(TextField over, TextField off) {}

    TierRows(String name, Command changed) {
        super(name, changed);
    }

    @Override
    protected Tier empty() {
        TextField over = Params.moneyField(this, getTranslation("rules.field.over"));
        TextField off = Params.moneyField(this, getTranslation("rules.field.off"));
        over.addClassName("tier-over");
        off.addClassName("tier-off");
        over.addValueChangeListener(change -> changed.execute());
        off.addValueChangeListener(change -> changed.execute());
        return new Tier(over, off);
    }

    @Override
    protected List<Component> fields(Tier row) {
        return List.of(row.over(), row.off());
    }

    @Override
    protected void setReadOnly(Tier row, boolean readOnly) {
        row.over().setReadOnly(readOnly);
        row.off().setReadOnly(readOnly);
    }

    @Override
    public Object read() {
        return rows.stream()
                .map(row -> {
                    Map<String, Object> tier = new LinkedHashMap<>();
                    put(tier, "over", row.over());
                    put(tier, "off", row.off());
                    return tier;
                })
                .toList();
    }

    private static void put(Map<String, Object> tier, String name, TextField field) {
        if (!field.getValue().isBlank()) {
            tier.put(name, field.getValue().strip());
        }
    }

    @Override
    public void write(@Nullable Object value) {
        clear();
        if (value instanceof List<?> tiers) {
            for (Object one : tiers) {
                Tier row = empty();
                if (one instanceof Map<?, ?> tier) {
                    row.over().setValue(text(tier.get("over")));
                    row.off().setValue(text(tier.get("off")));
                }
                append(row);
            }
        }
        if (rows.isEmpty()) {
            append(empty());
        }
    }

    private static String text(@Nullable Object amount) {
        return amount == null ? "" : amount.toString().replaceAll("\\.00$", "");
    }

    @Override
    public void mark(Map<String, String> problems) {
        markAll(own(problems));
        for (int i = 0; i < rows.size(); i++) {
            String path = name() + "[" + i + "].";
            FieldProblems.mark(rows.get(i).over(), problems.get(path + "over"));
            FieldProblems.mark(rows.get(i).off(), problems.get(path + "off"));
        }
    }
}
