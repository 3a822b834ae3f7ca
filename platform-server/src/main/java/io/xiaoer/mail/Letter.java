package io.xiaoer.mail;

import java.time.OffsetDateTime;

/**
 * A letter to one person.
 *
 * @param kind what it is about, for whoever looks after the mail
 * @param to an e-mail address
 * @param text plain
 * @param expiresAt when nobody has any use for it any more; it is never sent later
 */
public record Letter(String kind, String to, String subject, String text, OffsetDateTime expiresAt) {

    public Letter {
        // one line: a shop's name must not write headers
        subject = subject.replaceAll("\\s+", " ").strip();
    }

    @Override
    public String toString() {
        return "Letter[" + kind + "]";
    }
}
