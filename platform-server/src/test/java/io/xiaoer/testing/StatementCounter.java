package io.xiaoer.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jspecify.annotations.Nullable;

/** Tells what was asked of the database meanwhile: for tests that hold a view to a handful of queries. */
public class StatementCounter implements ExecuteListener {

    private static final long serialVersionUID = 1L;

    /** Begins the names of the threads on which the web server handles requests. */
    private static final String REQUEST = "tomcat-handler-";

    private static final AtomicReference<@Nullable Recording> RECORDING = new AtomicReference<>();

    private record Recording(List<String> statements, Predicate<Thread> threads) {}

    /** The statements that {@code work} executes on its own thread, in order; not nested. */
    public static List<String> during(Runnable work) {
        Thread caller = Thread.currentThread();
        return during(work, thread -> thread.equals(caller));
    }

    /** Those that requests execute meanwhile: not what is done later on their behalf, nor what jobs do. */
    public static List<String> ofRequestsDuring(Runnable work) {
        return during(work, thread -> thread.getName().startsWith(REQUEST));
    }

    private static List<String> during(Runnable work, Predicate<Thread> threads) {
        List<String> statements = Collections.synchronizedList(new ArrayList<>());
        if (!RECORDING.compareAndSet(null, new Recording(statements, threads))) {
            throw new IllegalStateException("statements are being recorded already");
        }
        try {
            work.run();
        } finally {
            RECORDING.set(null);
        }
        return List.copyOf(statements);
    }

    @Override
    public void executeStart(ExecuteContext context) {
        Recording recording = RECORDING.get();
        String sql = context.sql();
        if (recording != null && sql != null && recording.threads().test(Thread.currentThread())) {
            recording.statements().add(sql);
        }
    }
}
