package io.xiaoer.rollout;

import io.xiaoer.shared.FieldErrors;

/**
 * Who is taken into a pilot.
 *
 * @param size how many at most, {@value #SMALLEST} to {@value #LARGEST}
 * @param sampleRate share of the new shoppers that are taken, over 0 and up to 1
 * @param newWithinDays within how many days of their registration customers are new; 0 to {@value #MOST_DAYS}
 */
public record PilotSettings(int size, double sampleRate, int newWithinDays) {

    public static final int SMALLEST = 100;
    public static final int LARGEST = 200;
    public static final int MOST_DAYS = 365;

    public static final PilotSettings DEFAULT = new PilotSettings(150, 0.5, 30);

    /** @throws io.xiaoer.shared.Problem naming each field that is out of its range */
    public void validate() {
        new FieldErrors()
                .rejectIf(
                        size < SMALLEST || size > LARGEST,
                        "pilot.size",
                        "must be between " + SMALLEST + " and " + LARGEST)
                .rejectIf(!(sampleRate > 0 && sampleRate <= 1), "pilot.sampleRate", "must be over 0 and at most 1")
                .rejectIf(
                        newWithinDays < 0 || newWithinDays > MOST_DAYS,
                        "pilot.newWithinDays",
                        "must be between 0 and " + MOST_DAYS)
                .throwIfAny();
    }
}
