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

    private static final AtomicReference<@Nullable List<String>> RECORDING = new AtomicReference<>();

    /** The statements executed while {@code work} runs, in order; not nested. */
    public static List<String> during(Runnable work) {
        List<String> statements = Collections.synchronizedList(new ArrayList<>());
        if (!RECORDING.compareAndSet(null, statements)) {
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
        List<String> statements = RECORDING.get();
        String sql = context.sql();
        if (statements != null && sql != null) {
            statements.add(sql);
        }
    }
}
