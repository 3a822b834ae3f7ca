package io.xiaoer.bench;

import java.util.ArrayList;
import java.util.List;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jooq.conf.ParamType;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Notes the statements that a call makes, their values written in, so that they can be measured by themselves. */
@Configuration(proxyBeanMethods = false)
class StatementRecorder implements ExecuteListener {

    private static final long serialVersionUID = 1L;
    private static final ThreadLocal<List<String>> RECORDED = new ThreadLocal<>();

    @Bean
    static ExecuteListenerProvider recorder() {
        return new DefaultExecuteListenerProvider(new StatementRecorder());
    }

    /** The statements that {@code call} makes on this thread. */
    static List<String> during(Runnable call) {
        List<String> statements = new ArrayList<>();
        RECORDED.set(statements);
        try {
            call.run();
        } finally {
            RECORDED.remove();
        }
        return statements;
    }

    @Override
    public void executeStart(ExecuteContext context) {
        List<String> recorded = RECORDED.get();
        if (recorded != null && context.query() != null) {
            String sql = context.query().getSQL(ParamType.INLINED);
            if (!sql.contains("set_tenant")) {
                recorded.add(sql);
            }
        }
    }
}
