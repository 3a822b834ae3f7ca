package io.xiaoer.connectors.internal.bridges;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * What people read about a bridge, from the bundle {@code bridge} beside its class: {@code name}, {@code lead}, {@code steps.1} and so on,
 * {@code left} (what to do on the platform after leaving), and for each key {@code key.NAME} and {@code key.NAME.help}.
 */
public final class Words {

    private final ResourceBundle bundle;

    private Words(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** @param locale English, or Chinese for any other */
    public static Words of(Bridge bridge, Locale locale) {
        Class<?> type = bridge.getClass();
        Locale known = locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        return new Words(ResourceBundle.getBundle(
                type.getPackageName() + ".bridge",
                known,
                type.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /** @throws MissingResourceException if it is not in the bundle */
    public String get(String key) {
        return bundle.getString(key);
    }

    public List<String> steps() {
        List<String> steps = new ArrayList<>();
        while (bundle.containsKey("steps." + (steps.size() + 1))) {
            steps.add(bundle.getString("steps." + (steps.size() + 1)));
        }
        return steps;
    }
}
