package io.xiaoer.mail.internal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where letters go.
 *
 * @param outbox whether they are kept in memory when no mail server is set
 */
@ConfigurationProperties("xiaoer.mail")
record MailSettings(
        @DefaultValue("false") boolean outbox, @DefaultValue Smtp smtp) {

    /** How the connection to the mail server is kept private. */
    enum Encryption {
        STARTTLS,
        TLS,
        NONE
    }

    /**
     * The mail server.
     *
     * @param host empty if there is none
     * @param user empty if it asks for none
     * @param from the sender's address, with or without a name
     */
    record Smtp(
            @DefaultValue("") String host,
            @DefaultValue("587") int port,
            @DefaultValue("") String user,
            @DefaultValue("") String password,
            @DefaultValue("") String from,
            @DefaultValue("starttls") Encryption encryption) {

        @Override
        public String toString() {
            return "Smtp[" + host + ":" + port + "]";
        }
    }
}
