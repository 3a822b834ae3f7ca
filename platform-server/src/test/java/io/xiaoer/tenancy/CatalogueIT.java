package io.xiaoer.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.testing.IntegrationTest;
import io.xiaoer.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the database's own catalogue says of every table, so that a new one cannot be forgotten. */
class CatalogueIT extends IntegrationTest {

    private static final String TABLES = """
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
            """;
    private static final String TENANT_TABLES =
            TABLES + " and n.nspname not in ('directory', 'platform', 'quartz', 'events', 'core')";

    @Test
    void everyTenantTableForcesRowLevelSecurity() throws SQLException {
        assertThat(query("select n.nspname || '.' || c.relname " + TENANT_TABLES
                        + " and not (c.relrowsecurity and c.relforcerowsecurity)"))
                .isEmpty();
        assertThat(query("select n.nspname || '.' || c.relname " + TENANT_TABLES
                        + " and not exists (select from pg_policy p where p.polrelid = c.oid and"
                        + " pg_get_expr(p.polqual, p.polrelid) like '%app.tenant_id%' and"
                        + " pg_get_expr(p.polwithcheck, p.polrelid) like '%app.tenant_id%')"))
                .isEmpty();
        assertThat(query("select n.nspname || '.' || c.relname " + TENANT_TABLES))
                .hasSizeGreaterThan(10);
    }

    @Test
    void everyTenantTableIsKeyedByItsTenantFirst() throws SQLException {
        assertThat(query("select n.nspname || '.' || c.relname " + TENANT_TABLES
                        + " and not exists (select from pg_index i join pg_attribute a on a.attrelid = c.oid and"
                        + " a.attnum = i.indkey[0] where i.indrelid = c.oid and i.indisprimary"
                        + " and a.attname = 'tenant_id')"))
                .isEmpty();
        assertThat(query("select c.relname || ' ' || i.indexrelid::regclass "
                        + TENANT_TABLES.replace(
                                "where",
                                "join pg_index i on i.indrelid = c.oid"
                                        + " join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0] where")
                        + " and a.attname <> 'tenant_id'"))
                .isEmpty();
    }

    @Test
    void tenantTablesHaveNeitherTriggersNorSequences() throws SQLException {
        assertThat(query("select t.tgname "
                        + TENANT_TABLES.replace("where", "join pg_trigger t on t.tgrelid = c.oid where")
                        + " and not t.tgisinternal"))
                .isEmpty();
        assertThat(query("select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where"
                        + " c.relkind = 'S' and n.nspname not in ('pg_catalog', 'information_schema')"))
                .isEmpty();
    }

    @Test
    void theApplicationOwnsNothingAndCannotPassAPolicy() throws SQLException {
        assertThat(query("select rolname from pg_roles where rolname in ('xiaoer_app', 'xiaoer_operator')"
                        + " and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)"))
                .isEmpty();
        assertThat(query("select rolname from pg_roles where rolname = 'xiaoer_owner' and rolsuper"))
                .isEmpty();
        assertThat(query("select c.relname " + TABLES + " and pg_get_userbyid(c.relowner) <> 'xiaoer_owner'"))
                .isEmpty();
    }

    @Test
    void theDirectoryIsReadByExactKeyOnly() throws SQLException {
        assertThat(query("select c.relname " + TABLES + " and n.nspname = 'directory' and"
                        + " has_table_privilege('xiaoer_app', c.oid, 'select, insert, update, delete')"))
                .isEmpty();
    }

    @Test
    void theOperatorReadsNoTenantTable() throws SQLException {
        assertThat(query("select n.nspname || '.' || c.relname " + TENANT_TABLES
                        + " and has_table_privilege('xiaoer_operator', c.oid, 'select')"))
                .isEmpty();
    }

    private static List<String> query(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection superuser = TestDatabase.superuser(databaseName());
                var statement = superuser.createStatement();
                var result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }
}
