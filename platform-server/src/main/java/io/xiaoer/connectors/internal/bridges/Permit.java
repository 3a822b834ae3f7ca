package io.xiaoer.connectors.internal.bridges;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a shop's owner gave to let us in. */
public sealed interface Permit {

    /**
     * From the platform's page.
     *
     * @param message what the platform sent with it; null if it sent none
     */
    record Code(String code, @Nullable String message) implements Permit {
        @Override
        public String toString() {
            return "Code[…]";
        }
    }

    /** Typed in, by the names in {@link Terms#keys}. */
    record Keys(Map<String, String> values) implements Permit {

        public Keys {
            values = Map.copyOf(values);
        }

        @Override
        public String toString() {
            return "Keys" + values.keySet();
        }
    }
}
