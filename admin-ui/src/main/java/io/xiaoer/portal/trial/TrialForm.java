package io.xiaoer.portal.trial;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import io.xiaoer.answering.ShopPage;
import io.xiaoer.conversations.IncomingMessage;
import io.xiaoer.conversations.Question;
import io.xiaoer.portal.words.FieldProblems;
import io.xiaoer.portal.words.PickerTexts;
import io.xiaoer.releases.ReleaseRef;
import io.xiaoer.releases.ReleaseSummary;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What to ask, as whom, and of which words. */
class TrialForm extends Div {

    private static final long serialVersionUID = 1L;

    private static final List<String> PAGES = List.of("", "product", "cart", "mine", "other");

    private final TextField text = new TextField();
    private final Select<String> release = new Select<>();
    private final Checkbox compare = new Checkbox();
    private final TextField shopper = new TextField();
    private final Select<String> page = new Select<>();
    private final TextField sku = new TextField();
    private final TextArea cart = new TextArea();
    private final DateTimePicker at = new DateTimePicker();
    private final TextArea before = new TextArea();
    private final Checkbox apart = new Checkbox();

    TrialForm(Trial trial, List<ReleaseSummary> releases, int live, ZoneId timeZone, SerializableConsumer<Trial> ask) {
        addClassNames("card", "form", "trial-form");
        text.setId("question");
        text.setLabel(getTranslation("trial.text"));
        text.setPlaceholder(getTranslation("trial.text.example"));
        text.setMaxLength(IncomingMessage.MAX_TEXT);
        text.setClearButtonVisible(true);
        text.setWidthFull();
        text.setValue(trial.text());
        text.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        text.setManualValidation(true);
        text.setErrorMessage(getTranslation("words.wrong.required"));
        text.focus();

        release.setId("release");
        release.setLabel(getTranslation("trial.release"));
        List<String> items = new ArrayList<>(List.of(ReleaseRef.DRAFT));
        releases.forEach(published -> items.add(String.valueOf(published.number())));
        if (!items.contains(trial.release().toString())) {
            items.add(trial.release().toString());
        }
        release.setItems(items);
        release.setItemLabelGenerator(item -> TrialView.name(this, item, live));
        release.setValue(trial.release().toString());

        compare.setId("compare");
        compare.setLabel(getTranslation("trial.compare"));
        compare.setValue(trial.compare());

        shopper.setId("shopper");
        shopper.setLabel(getTranslation("trial.shopper"));
        shopper.setHelperText(getTranslation("trial.shopper.help"));
        shopper.setValue(trial.shopper());
        shopper.setMaxLength(128);
        page.setId("page");
        page.setLabel(getTranslation("trial.page"));
        page.setItems(PAGES);
        page.setItemLabelGenerator(
                item -> getTranslation("trial.page." + (item == null || item.isEmpty() ? "any" : item)));
        page.setValue(PAGES.contains(trial.page()) ? trial.page() : "other");
        page.addValueChangeListener(change -> showPage());
        sku.setId("sku");
        sku.setLabel(getTranslation("trial.sku"));
        sku.setHelperText(getTranslation("trial.sku.help"));
        sku.setMaxLength(128);
        sku.setValue(trial.sku());
        cart.setId("cart");
        cart.setLabel(getTranslation("trial.cart"));
        cart.setPlaceholder(getTranslation("trial.cart.example"));
        cart.setHelperText(getTranslation("trial.cart.help"));
        cart.setMinRows(2);
        cart.setMaxRows(6);
        cart.setManualValidation(true);
        cart.setValue(
                String.join("\n", trial.cart().stream().map(CartLine::toString).toList()));
        showPage();
        at.setId("at");
        at.setLabel(getTranslation("trial.at"));
        at.setHelperText(getTranslation("trial.at.help", timeZone.getId()));
        at.setDatePickerI18n(PickerTexts.of(this));
        at.setValue(trial.at());
        before.setId("before");
        before.setLabel(getTranslation("trial.before"));
        before.setHelperText(getTranslation("trial.before.help"));
        before.setMinRows(2);
        before.setMaxRows(6);
        before.setWidthFull();
        before.setValue(String.join("\n", trial.before()));
        apart.setId("apart");
        apart.setLabel(getTranslation("trial.apart"));
        apart.setValue(trial.apart());

        Button button = new Button(getTranslation("trial.ask"), VaadinIcon.PAPERPLANE_O.create());
        button.setId("ask");
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        button.addClickListener(click -> {
            boolean empty = text.getValue().isBlank();
            text.setInvalid(empty);
            if (!empty && isCartReadable()) {
                ask.accept(read());
            }
        });
        button.addClickShortcut(Key.ENTER).listenOn(text).resetFocusOnActiveElement();

        Div line = new Div(text, button);
        line.addClassName("trial-line");
        Div of = new Div(release, compare);
        of.addClassName("trial-of");
        Div circumstances = new Div(shopper, page, sku, cart, at, before, apart);
        circumstances.addClassName("trial-circumstances");
        Details more = new Details(getTranslation("trial.more"), circumstances);
        more.setId("more");
        more.setOpened(!trial.shopper().isEmpty()
                || !trial.page().isEmpty()
                || trial.at() != null
                || !trial.before().isEmpty());
        add(line, of, more);
    }

    private void showPage() {
        sku.setVisible("product".equals(page.getValue()));
        cart.setVisible("cart".equals(page.getValue()));
    }

    private List<String> cartTexts() {
        return cart.isVisible()
                ? lines(cart.getValue()).limit(ShopPage.MOST_ITEMS).toList()
                : List.of();
    }

    /** Marks the first line that cannot be read. */
    private boolean isCartReadable() {
        Optional<String> wrong = cartTexts().stream()
                .filter(line -> CartLine.parse(line).isEmpty())
                .findFirst();
        FieldProblems.mark(
                cart,
                wrong.map(line -> getTranslation("trial.cart.wrong", line)).orElse(null));
        return wrong.isEmpty();
    }

    private static Stream<String> lines(String text) {
        return Arrays.stream(text.split("\\R")).map(String::strip).filter(line -> !line.isEmpty());
    }

    private Trial read() {
        List<String> said =
                lines(before.getValue()).limit(Question.MOST_HISTORY).toList();
        List<CartLine> inCart = cartTexts().stream()
                .flatMap(line -> CartLine.parse(line).stream())
                .toList();
        return new Trial(
                text.getValue().strip(),
                "",
                ReleaseRef.named(release.getValue()),
                shopper.getValue().strip(),
                page.getValue() == null ? "" : page.getValue(),
                sku.isVisible() ? sku.getValue().strip() : "",
                inCart,
                at.getValue(),
                said,
                apart.getValue(),
                compare.getValue());
    }
}
