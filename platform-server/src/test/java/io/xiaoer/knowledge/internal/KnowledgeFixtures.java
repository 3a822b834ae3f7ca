package io.xiaoer.knowledge.internal;

import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.TestDatabase;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** What time and many people would make of a shop's entries. */
public final class KnowledgeFixtures {

    private KnowledgeFixtures() {}

    /** Takes all the turns that the job would take for a shop. */
    public static void findTwins(AutowireCapableBeanFactory beans, TestShop shop) {
        TenantId tenant = new TenantId(UUID.fromString(shop.tenantId()));
        TwinSearch job = beans.createBean(TwinSearch.class);
        TenantScope.run(tenant, Actor.platform(), () -> {
            while (job.turn(tenant)) {
                // until nothing is left
            }
        });
    }

    /** Adds entries past all rules, {@code filler-1} and so on. */
    static void fill(String database, TestShop shop, int entries, int similar) {
        try (var connection = TestDatabase.superuser(database);
                var statement = connection.prepareStatement("""
                        insert into knowledge.entry (tenant_id, bot_id, key, question, similar_questions, keywords, answer,
                            needs, enabled, search_text, version, created_at, updated_at)
                        select ?::uuid, ?::uuid, 'filler-' || n, '填充 ' || n,
                            array(select '问法 ' || n || ' ' || s from generate_series(1, ?) s), '{}', '答', '{}', true,
                            '填充 ' || n, 1, now(), now()
                        from generate_series(1, ?) n""")) {
            statement.setString(1, shop.tenantId());
            statement.setString(2, shop.botId());
            statement.setInt(3, similar);
            statement.setInt(4, entries);
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
