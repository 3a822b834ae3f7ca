package io.xiaoer.portal.frame;

import com.vaadin.flow.component.Component;
import java.util.List;

/** Names of what shops are suspended for, and may go on for. */
public final class SuspensionTexts {

    /** The usual ones; a program may have named another. */
    public static final List<String> SUSPENDED_FOR =
            List.of("payment", "content", "abuse", "security", "request", "other");

    public static final List<String> RESUMED_FOR = List.of("settled", "mistake", "other");

    private SuspensionTexts() {}

    public static String category(Component place, String category) {
        return SUSPENDED_FOR.contains(category) || RESUMED_FOR.contains(category)
                ? place.getTranslation("suspension.category." + category)
                : category;
    }
}
