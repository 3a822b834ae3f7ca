package io.xiaoer.conversations.internal;

import io.xiaoer.conversations.Conversation;
import io.xiaoer.conversations.ConversationId;
import io.xiaoer.conversations.Conversations;
import io.xiaoer.conversations.DeskFeed.Subscription;
import io.xiaoer.conversations.HandoverReason;
import io.xiaoer.conversations.Message;
import io.xiaoer.conversations.Mode;
import io.xiaoer.conversations.internal.Wire.MessageResource;
import io.xiaoer.conversations.internal.Wire.ModeResource;
import io.xiaoer.conversations.internal.Wire.TypingResource;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.Suspensions;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The live streams of conversations. A stream sends what the table holds, in order, from where its client left off, and is woken by
 * {@link ConversationChanges}. Those of a shop that is suspended end.
 */
@Component
class EventStreams {

    private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);
    private static final long LIFETIME_MILLIS = TimeUnit.MINUTES.toMillis(30);
    private static final long LOOK_MILLIS = 2_000;
    private static final long HEARTBEAT_MILLIS = 15_000;
    private static final int BATCH = 100;

    private final Conversations conversations;
    private final Suspensions suspensions;
    private final ConversationChanges changes;
    private final Set<Sent> open = ConcurrentHashMap.newKeySet();
    private final Thread watch = Thread.ofVirtual().name("stream-watch").unstarted(this::watch);

    EventStreams(Conversations conversations, Suspensions suspensions, ConversationChanges changes) {
        this.conversations = conversations;
        this.suspensions = suspensions;
        this.changes = changes;
    }

    @PostConstruct
    void begin() {
        watch.start();
    }

    @PreDestroy
    void end() {
        watch.interrupt();
    }

    /** @param lastEventId the last event the client has; anything that is none begins at the beginning */
    SseEmitter open(Conversation opened, @Nullable String lastEventId) {
        ConversationId conversation = opened.id();
        SseEmitter emitter = new SseEmitter(LIFETIME_MILLIS);
        TenantId tenant = TenantScope.required();
        Sent sent = new Sent(tenant, opened, seq(lastEventId));
        conversations.modeChange(opened).ifPresent(sent::standAt);
        open.add(sent);
        Subscription subscription = changes.follow(tenant, conversation, () -> sent.seq, sent::wake);
        Thread sender = Thread.ofVirtual()
                .name("stream-" + conversation)
                .unstarted(() -> TenantScope.run(tenant, () -> send(emitter, sent)));
        Runnable close = () -> {
            sender.interrupt();
            subscription.close();
            open.remove(sent);
        };
        emitter.onCompletion(close);
        emitter.onTimeout(emitter::complete);
        emitter.onError(error -> close.run());
        sender.start();
        return emitter;
    }

    /** Ends the streams of shops that are suspended, wherever that was done. */
    private void watch() {
        try {
            while (true) {
                Thread.sleep(LOOK_MILLIS);
                open.stream()
                        .collect(Collectors.groupingBy(sent -> sent.tenant))
                        .forEach(this::look);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(TenantId tenant, List<Sent> streams) {
        try {
            TenantScope.run(tenant, () -> {
                if (suspensions.of(tenant).isPresent()) {
                    streams.forEach(Sent::wake);
                }
            });
        } catch (RuntimeException e) {
            LOG.warn("It could not be seen whether a shop is suspended; its streams look at their next heartbeat", e);
        }
    }

    /** What a client has been sent. */
    private static final class Sent {
        private final TenantId tenant;
        private final ConversationId conversation;
        private final Semaphore wake = new Semaphore(0);
        private volatile int seq;
        private int newest;
        private Mode mode;
        private @Nullable ModeResource waiting;
        private @Nullable OffsetDateTime typed;

        Sent(TenantId tenant, Conversation opened, int after) {
            this.tenant = tenant;
            this.conversation = opened.id();
            this.seq = after;
            this.newest = opened.lastSeq();
            this.mode = opened.mode();
            HandoverReason reason = opened.desk().reason();
            this.waiting = mode != Mode.WAITING
                    ? null
                    : new ModeResource("waiting", reason == null ? null : reason.key(), null, null, null);
        }

        void wake() {
            wake.release();
        }

        /** Milliseconds until it is looked again unasked: what passes at the desk leaves no message to be woken by. */
        long patience() {
            return mode == Mode.WAITING || mode == Mode.PERSON ? LOOK_MILLIS : HEARTBEAT_MILLIS;
        }

        void note(Message message) {
            seq = message.seq();
            newest = Math.max(newest, seq);
            if (message.kind().equals(Message.MODE_CHANGE)) {
                standAt(message);
            }
        }

        /** What a client that resumes has been told before counts as sent. */
        void standAt(Message modeChange) {
            mode = Mode.valueOf(modeChange.text().toUpperCase(Locale.ROOT));
            waiting = mode == Mode.WAITING ? ModeResource.of(modeChange) : null;
        }
    }

    private void send(SseEmitter emitter, Sent sent) {
        // the first look says something, so that a client knows that it is heard
        long quietSince = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(HEARTBEAT_MILLIS);
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (suspensions.of(TenantScope.required()).isPresent()) {
                    // whoever comes back is told so at the door
                    emitter.complete();
                    return;
                }
                sent.wake.drainPermits();
                List<Message> fresh = conversations.after(sent.conversation, sent.seq, BATCH);
                for (Message message : fresh) {
                    emitter.send(event(message));
                    sent.note(message);
                }
                boolean passing = fresh.size() < BATCH && sendPassing(emitter, sent);
                if (!fresh.isEmpty() || passing) {
                    quietSince = System.nanoTime();
                } else if (System.nanoTime() - quietSince >= TimeUnit.MILLISECONDS.toNanos(HEARTBEAT_MILLIS)) {
                    quietSince = System.nanoTime();
                    emitter.send(SseEmitter.event().comment("still here"));
                }
                if (fresh.size() < BATCH) {
                    var unused = sent.wake.tryAcquire(sent.patience(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | IllegalStateException e) {
            LOG.debug("A stream's client went away", e);
        } catch (RuntimeException e) {
            failed(emitter, sent, e);
        }
    }

    /** Whatever fails after the client went away, or because it did, concerns nobody. */
    private void failed(SseEmitter emitter, Sent sent, RuntimeException e) {
        if (!open.contains(sent)) {
            LOG.debug("A stream's client went away", e);
            return;
        }
        LOG.warn("A stream ended", e);
        try {
            emitter.completeWithError(e);
        } catch (IllegalStateException gone) {
            LOG.debug("A stream's client went away", gone);
        }
    }

    /** What is true for the moment and not kept: a person is writing, the line has moved on. Nothing is asked while the bot answers. */
    private boolean sendPassing(SseEmitter emitter, Sent sent) throws IOException {
        if (sent.mode == Mode.PERSON) {
            Optional<OffsetDateTime> typing = conversations.personTyping(sent.conversation);
            if (typing.isPresent() && !typing.get().equals(sent.typed)) {
                sent.typed = typing.get();
                emitter.send(event(sent.newest, "typing", new TypingResource(Message.Author.PERSON)));
                return true;
            }
        }
        ModeResource waiting = sent.waiting;
        if (sent.mode == Mode.WAITING && waiting != null) {
            Optional<Integer> place = conversations.place(sent.conversation);
            if (place.isPresent() && !place.get().equals(waiting.place())) {
                ModeResource moved = waiting.at(place.get());
                sent.waiting = moved;
                emitter.send(event(sent.newest, "mode", moved));
                return true;
            }
        }
        return false;
    }

    private static SseEmitter.SseEventBuilder event(Message message) {
        return message.kind().equals(Message.MODE_CHANGE)
                ? event(message.seq(), "mode", ModeResource.of(message))
                : event(message.seq(), "message", MessageResource.of(message, null));
    }

    private static SseEmitter.SseEventBuilder event(int id, String name, Object data) {
        return SseEmitter.event().id(Integer.toString(id)).name(name).data(data, MediaType.APPLICATION_JSON);
    }

    private static int seq(@Nullable String lastEventId) {
        try {
            return lastEventId == null ? 0 : Math.max(0, Integer.parseInt(lastEventId.strip()));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
