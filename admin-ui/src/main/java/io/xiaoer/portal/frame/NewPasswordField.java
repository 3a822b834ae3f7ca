package io.xiaoer.portal.frame;

import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.util.Locale;

/** Where a password is chosen: says while it is typed how good it is. What is accepted is for the service to say. */
public class NewPasswordField extends PasswordField implements LocaleChangeObserver {

    private static final long serialVersionUID = 1L;

    public NewPasswordField() {
        setRequiredIndicatorVisible(true);
        setManualValidation(true);
        getElement().setAttribute("autocomplete", "new-password");
        setValueChangeMode(ValueChangeMode.EAGER);
        addValueChangeListener(change -> showStrength());
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        showStrength();
    }

    private void showStrength() {
        PasswordStrength strength = PasswordStrength.of(getValue());
        setHelperText(getTranslation("signup.password." + strength.name().toLowerCase(Locale.ROOT)));
    }
}
