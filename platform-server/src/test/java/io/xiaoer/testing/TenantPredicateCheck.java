package io.xiaoer.testing;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;

/**
 * Fails on a statement that reads or writes a tenant table without saying {@code tenant_id} itself, once for each
 * reference: the policy alone gives the right rows, but on a distributed database it asks every machine.
 */
public class TenantPredicateCheck implements ExecuteListener {

    private static final long serialVersionUID = 1L;

    private static final Pattern TABLE = Pattern.compile(
            "\\b(?:from|join|update|into)\\s+\"?(mail|tenants|bots|knowledge|tone|releases|rollout|conversations|security|onboarding|shopdata|rules|connectors|rehearsal|insights)\"?\\.");
    private static final Pattern PREDICATE = Pattern.compile("\"?tenant_id\"?\\s*=");
    private static final Pattern INSERTED = Pattern.compile("^\\s*insert into [^(]+\\(\\s*\"?tenant_id\"?");

    /** Every statement seen, so that a test can tell whether any was. */
    public static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

    @Override
    public void executeStart(ExecuteContext context) {
        String sql = context.sql();
        if (sql != null) {
            check(sql);
        }
    }

    /** @throws AssertionError if the statement lacks a tenant */
    public static void check(String statement) {
        String sql = statement.toLowerCase(Locale.ROOT);
        long tables = count(TABLE.matcher(sql));
        if (tables == 0) {
            return;
        }
        SEEN.add(statement);
        long tenants = count(PREDICATE.matcher(sql)) + count(INSERTED.matcher(sql));
        if (tenants < tables) {
            throw new AssertionError("A tenant table is used without tenant_id = ?: " + statement);
        }
    }

    private static long count(Matcher matcher) {
        return matcher.results().count();
    }
}
