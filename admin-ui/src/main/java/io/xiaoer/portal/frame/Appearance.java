package io.xiaoer.portal.frame;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.page.WebStorage;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Light or dark, as this browser's user chose; without a choice, as the system is. */
@Component
class Appearance implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;

    private static final String KEY = "xiaoer.look";

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> restore(init.getUI()));
    }

    static void choose(UI ui, ColorScheme.Value value) {
        WebStorage.setItem(ui, WebStorage.Storage.LOCAL_STORAGE, KEY, value.name());
        ui.getPage().setColorScheme(value);
    }

    /** Applies the choice made earlier in this browser. */
    private static void restore(UI ui) {
        WebStorage.getItem(ui, WebStorage.Storage.LOCAL_STORAGE, KEY, stored -> {
            if (stored != null && !stored.isEmpty()) {
                try {
                    ui.getPage().setColorScheme(ColorScheme.Value.valueOf(stored.toUpperCase(Locale.ROOT)));
                } catch (IllegalArgumentException e) {
                    WebStorage.removeItem(ui, WebStorage.Storage.LOCAL_STORAGE, KEY);
                }
            }
        });
    }
}
