package io.xiaoer.portal.frame;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.server.VaadinSession;
import java.util.Locale;

/** Changes the portal's language for this browser session; views follow as {@link LocaleChangeObserver}s. */
public class LanguageSwitch extends Div implements LocaleChangeObserver {

    private static final long serialVersionUID = 1L;

    public LanguageSwitch() {
        addClassName("language-switch");
        for (Locale language : Texts.LANGUAGES) {
            Button button = new Button(
                    nameOf(language), click -> VaadinSession.getCurrent().setLocale(language));
            button.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
            button.getElement().setAttribute("lang", language.toLanguageTag());
            add(button);
        }
    }

    /** A language's name in itself. */
    public static String nameOf(Locale language) {
        return language.equals(Locale.ENGLISH) ? "English" : "简体中文";
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        for (int i = 0; i < Texts.LANGUAGES.size(); i++) {
            boolean chosen = Texts.LANGUAGES.get(i).equals(event.getLocale());
            getElement().getChild(i).setAttribute("aria-pressed", String.valueOf(chosen));
        }
    }
}
