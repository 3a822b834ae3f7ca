package io.xiaoer.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jspecify.annotations.Nullable;

/** Tells what was asked of the database meanwhile, by any thread: for tests that hold a view to a handful of queries. */
public class StatementCounter implements ExecuteListener {

    private static final long serialVersionUID = 1L;

    /** Begins the names of the threads on which the web server handles requests. */
    private static final String REQUEST = "tomcat-handler-";

    /** Where what became of questions is recorded, after the work that is looked at. */
    private static final String RECORDER = "outcomes";

    private static final AtomicReference<@Nullable Recording> RECORDING = new AtomicReference<>();

    private record Recording(List<String> statements, String threads) {}

    /** The statements executed while {@code work} runs, in order, but for those that record outcomes; not nested. */
    public static List<String> during(Runnable work) {
        return during(work, "");
    }

    /** The same, but only what requests ask while they are handled: not what is done later on their behalf, nor what jobs do. */
    public static List<String> ofRequestsDuring(Runnable work) {
        return during(work, REQUEST);
    }

    private static List<String> during(Runnable work, String threads) {
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
        String thread = Thread.currentThread().getName();
        if (recording != null && sql != null && !thread.equals(RECORDER) && thread.startsWith(recording.threads())) {
            recording.statements().add(sql);
        }
    }
}
