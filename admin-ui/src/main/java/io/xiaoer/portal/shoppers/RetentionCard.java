package io.xiaoer.portal.shoppers;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableBiConsumer;
import io.xiaoer.shopdata.Retention;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How long the shop keeps conversations and orders. */
class RetentionCard extends Section {

    private static final long serialVersionUID = 1L;

    /** In a list, which has no place for nothing. */
    private static final int FOREVER = Integer.MAX_VALUE;

    private static final int[] USUAL = {6, 12, 24, 36, 60, FOREVER};
    private static final int MONTHS_IN_YEAR = 12;

    /** @param keep gets what was kept and what is to be kept */
    RetentionCard(Retention kept, boolean mayChange, SerializableBiConsumer<Retention, Retention> keep) {
        addClassNames("card", "shoppers-retention");
        setId("retention");
        Paragraph lead = new Paragraph(getTranslation("shoppers.retention.lead"));
        lead.addClassName("hint");
        Select<Integer> conversations = select("conversations", kept.conversationMonths(), mayChange);
        Select<Integer> orders = select("orders", kept.orderMonths(), mayChange);
        Div fields = new Div(conversations, orders);
        fields.addClassName("shoppers-retention-fields");
        add(new H2(getTranslation("shoppers.retention.title")), lead, fields);
        if (mayChange) {
            Button save = new Button(
                    getTranslation("common.save"),
                    click -> keep.accept(
                            kept,
                            new Retention(
                                    months(conversations.getValue()), months(orders.getValue()), kept.version())));
            save.setId("save-retention");
            fields.add(save);
        }
    }

    static boolean isShorter(Retention before, Retention after) {
        return choice(after.conversationMonths()) < choice(before.conversationMonths())
                || choice(after.orderMonths()) < choice(before.orderMonths());
    }

    private Select<Integer> select(String what, @Nullable Integer kept, boolean mayChange) {
        TreeSet<Integer> choices = new TreeSet<>();
        for (int usual : USUAL) {
            choices.add(usual);
        }
        choices.add(choice(kept));
        Select<Integer> select = new Select<>();
        select.setId("keep-" + what);
        select.setLabel(getTranslation("shoppers.retention." + what));
        select.setItems(choices);
        select.setItemLabelGenerator(this::text);
        select.setValue(choice(kept));
        select.setReadOnly(!mayChange);
        return select;
    }

    private String text(int months) {
        if (months == FOREVER) {
            return getTranslation("shoppers.retention.forever");
        }
        return months % MONTHS_IN_YEAR == 0
                ? getTranslation("shoppers.retention.years", months / MONTHS_IN_YEAR)
                : getTranslation("shoppers.retention.months", months);
    }

    private static int choice(@Nullable Integer months) {
        return months == null ? FOREVER : months;
    }

    private static @Nullable Integer months(int choice) {
        return choice == FOREVER ? null : (Integer) choice;
    }
}
