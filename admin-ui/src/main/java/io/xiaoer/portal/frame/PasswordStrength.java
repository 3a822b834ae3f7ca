package io.xiaoer.portal.frame;

import io.xiaoer.tenants.Credentials;

/** A hint while typing; what is accepted is for the service to say. */
enum PasswordStrength {
    SHORT,
    FAIR,
    GOOD;

    static PasswordStrength of(String password) {
        if (password.length() < Credentials.MIN_PASSWORD) {
            return SHORT;
        }
        long different = password.chars().distinct().count();
        return different >= 8 && (password.length() >= 14 || kinds(password) >= 3) ? GOOD : FAIR;
    }

    private static long kinds(String password) {
        return password.chars()
                .map(c -> Character.isDigit(c) ? 0 : Character.isUpperCase(c) ? 1 : Character.isLetter(c) ? 2 : 3)
                .distinct()
                .count();
    }
}
