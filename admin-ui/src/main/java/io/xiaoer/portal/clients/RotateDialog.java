package io.xiaoer.portal.clients;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.function.SerializableBiConsumer;
import io.xiaoer.tenants.ApiClient;
import java.time.Duration;
import java.util.Locale;

/** Asks for how long the secret that is replaced goes on working. */
class RotateDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private enum Overlap {
        WEEK(Duration.ofDays(7)),
        DAY(Duration.ofDays(1)),
        NONE(Duration.ZERO);

        private final Duration duration;

        Overlap(Duration duration) {
            this.duration = duration;
        }
    }

    /** @param rotate makes the new secret; it closes the dialog */
    RotateDialog(ApiClient client, SerializableBiConsumer<RotateDialog, Duration> rotate) {
        setHeaderTitle(getTranslation("clients.rotate.title", client.name()));
        setWidth("30rem");
        RadioButtonGroup<Overlap> overlap = new RadioButtonGroup<>(getTranslation("clients.rotate.overlap"));
        overlap.setId("overlap");
        overlap.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        overlap.setItems(Overlap.values());
        overlap.setItemLabelGenerator(
                choice -> getTranslation("clients.rotate." + choice.name().toLowerCase(Locale.ROOT)));
        overlap.setValue(Overlap.WEEK);
        add(new Paragraph(getTranslation("clients.rotate.lead")));
        if (client.oldSecret() != null) {
            Paragraph older = new Paragraph(getTranslation("clients.rotate.older"));
            older.addClassName("warning");
            add(older);
        }
        add(overlap);
        Button cancel = new Button(getTranslation("common.cancel"), click -> close());
        Button yes = new Button(
                getTranslation("clients.rotate.yes"), click -> rotate.accept(this, overlap.getValue().duration));
        yes.setId("rotate-yes");
        yes.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(cancel, yes);
    }
}
