package io.xiaoer.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount in the shop's currency, never negative, to the cent; travels as a decimal string such as {@code "19.90"}.
 *
 * @param amount with exactly two decimals
 */
public record Money(BigDecimal amount) implements Comparable<Money> {

    /** More than anybody orders, and well within what a database column holds. */
    private static final BigDecimal MOST = new BigDecimal("999999999.99");

    public static final Money ZERO = new Money(BigDecimal.ZERO);

    /** @throws IllegalArgumentException if the amount is negative, has a fraction of a cent or is absurdly large */
    public Money {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("must not be negative");
        }
        if (amount.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("must not be more than " + MOST);
        }
        try {
            amount = amount.setScale(2, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("must not have more than two decimals", e);
        }
    }

    /** @throws IllegalArgumentException if the text is no such amount */
    @JsonCreator
    public static Money of(String text) {
        if (!text.matches("[0-9]{1,12}(\\.[0-9]{1,8})?")) {
            throw new IllegalArgumentException("must be an amount such as \"19.90\"");
        }
        return new Money(new BigDecimal(text));
    }

    public Money plus(Money other) {
        return new Money(amount.add(other.amount));
    }

    /** What is left after taking {@code other} away; nothing if that is more. */
    public Money less(Money other) {
        return new Money(amount.subtract(other.amount).max(BigDecimal.ZERO));
    }

    public Money times(int quantity) {
        return new Money(amount.multiply(BigDecimal.valueOf(quantity)));
    }

    public boolean isAtLeast(Money other) {
        return compareTo(other) >= 0;
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    /** As people say it: without cents where there are none, {@code 20} or {@code 19.90}. */
    public String spoken() {
        return amount.stripTrailingZeros().scale() <= 0
                ? amount.setScale(0, RoundingMode.UNNECESSARY).toPlainString()
                : toString();
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(other.amount);
    }

    @JsonValue
    @Override
    public String toString() {
        return amount.toPlainString();
    }
}
