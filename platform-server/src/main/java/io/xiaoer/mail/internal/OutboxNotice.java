package io.xiaoer.mail.internal;

import io.xiaoer.mail.Carriage;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says once where in the portal letters can be read that are not sent. */
@Component
@ConditionalOnClass(name = "com.vaadin.flow.spring.security.VaadinSecurityConfigurer")
class OutboxNotice {

    private final Carrier carrier;
    private final LetterBox box;

    OutboxNotice(Carrier carrier, LetterBox box) {
        this.carrier = carrier;
        this.box = box;
    }

    @Order(0)
    @EventListener
    @SuppressWarnings("SystemOut") // a line the run script's user waits for
    void on(ApplicationReadyEvent ready) {
        if (carrier.carriage() == Carriage.OUTBOX
                && ready.getApplicationContext() instanceof WebServerApplicationContext web
                && web.getWebServer() != null) {
            System.out.printf(
                    "No mail server is set: letters are kept in memory, read them at http://localhost:%d/outbox with the key %s%n",
                    web.getWebServer().getPort(), box.key());
        }
    }
}
