package io.xiaoer.portal.trial;

import io.xiaoer.shared.Money;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One line of a cart as people write it: {@code mask x 2 @ 90}; quantity and price may be left out. */
record CartLine(String sku, int quantity, @Nullable String price) {

    private static final Pattern FORM =
            Pattern.compile("([^\\s@]{1,128})(?:\\s+[xX×*]\\s*([1-9][0-9]{0,4}))?(?:\\s*[@＠]\\s*([0-9.]{1,15}))?");

    /** Empty if the text is no such line. */
    static Optional<CartLine> parse(String text) {
        Matcher line = FORM.matcher(text.strip());
        if (!line.matches()) {
            return Optional.empty();
        }
        try {
            String price =
                    line.group(3) == null ? null : Money.of(line.group(3)).spoken();
            int quantity = line.group(2) == null ? 1 : Integer.parseInt(line.group(2));
            return Optional.of(new CartLine(line.group(1), quantity, price));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no amount of money
        }
    }

    /** As a page tells it. */
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("sku", sku);
        json.put("quantity", quantity);
        if (price != null) {
            json.put("price", price);
        }
        return json;
    }

    @Override
    public String toString() {
        return sku + " x " + quantity + (price == null ? "" : " @ " + price);
    }
}
