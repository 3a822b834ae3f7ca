package io.xiaoer.rehearsal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.answering.CompiledRelease;
import io.xiaoer.answering.CompiledReleases;
import io.xiaoer.answering.Engine;
import io.xiaoer.answering.Retold;
import io.xiaoer.bots.BotId;
import io.xiaoer.conversations.PastQuestion;
import io.xiaoer.conversations.PastQuestions;
import io.xiaoer.rehearsal.Replay;
import io.xiaoer.rehearsal.Replay.State;
import io.xiaoer.rehearsal.Replays;
import io.xiaoer.releases.ReleaseRef;
import io.xiaoer.rules.Rules;
import io.xiaoer.shared.Ids;
import io.xiaoer.shopdata.LiveLookup;
import io.xiaoer.shopdata.ShopData;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.Resting;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.Shops;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.IntegrationTest;
import io.xiaoer.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Replays that go on whatever becomes of their node, and that stop rather than look something up. */
class ReplayWorkIT extends IntegrationTest {

    @Autowired
    private ReplayWork work;

    @Autowired
    private Replays replays;

    @Autowired
    private ReplayRows rows;

    @Autowired
    private DifferenceRows differences;

    @Autowired
    private PastQuestions past;

    @Autowired
    private CompiledReleases releases;

    @Autowired
    private Engine engine;

    @Autowired
    private Shops shops;

    @Autowired
    private Resting resting;

    @Autowired
    private ShopData data;

    @Autowired
    private Rules rules;

    @Autowired
    private LiveLookup lookup;

    @Autowired
    private TransactionTemplate transaction;

    private TenantId tenant;
    private BotId bot;

    @BeforeEach
    void aShopThatWasAsked() {
        TestShop shop = api().signUp();
        tenant = new TenantId(UUID.fromString(shop.tenantId()));
        bot = new BotId(UUID.fromString(shop.botId()));
        shop.api().put("/api/v1/bots/" + shop.botId() + "/rollout", "{\"stage\": \"full\", \"reason\": \"test\"}");
        for (String shopper : Set.of("c1", "c2")) {
            shop.api().say(shop.api().converse(shop.botId(), shopper), "用了过敏可以退吗");
        }
    }

    @Test
    void goesOnAfterTheLastConversationThatWasKept() throws SQLException {
        Replay left = add();
        Replay waiting = add();
        sql("update rehearsal.replay set state = 'RUNNING', attempts = 1, done = 1, same = 1, reached ="
                + " (select conversation_id from conversations.conversation where bot_id = '" + bot
                + "' order by conversation_id limit 1), updated_at = now() - interval '5 minutes' where replay_id = '"
                + left.id() + "'");
        work.work(tenant, waiting.id());
        assertThat(look(waiting).state()).isEqualTo(State.WAITING);
        work.work(tenant, left.id());
        assertThat(look(left).state()).isEqualTo(State.DONE);
        assertThat(look(left).done()).isEqualTo(2);
        assertThat(look(left).attempts()).isEqualTo(2);
        assertThat(look(waiting).state()).isEqualTo(State.DONE);
        assertThat(look(waiting).same()).isEqualTo(2);
    }

    @Test
    void failsWithTheReasonWhereAnythingIsLookedUp() {
        for (Runnable reading : new Runnable[] {
            () -> data.of("c1", Set.of()),
            () -> data.nobody(Set.of("mask")),
            () -> rules.at(Clock.systemUTC().instant()),
            () -> lookup.wanted("c1"),
            () -> lookup.refresh("c1"),
            () -> lookup.state("c1")
        }) {
            Replay replay = add();
            looking(reading).work(tenant, replay.id());
            Replay failed = look(replay);
            assertThat(failed.state()).isEqualTo(State.FAILED);
            assertThat(failed.problem()).contains("实时数据");
            assertThat(failed.done()).isZero();
        }
    }

    /** One that reads something live before it asks. */
    private ReplayWork looking(Runnable reading) {
        Retelling retelling = new Retelling(engine) {
            @Override
            Retold again(CompiledRelease release, PastQuestion question) {
                reading.run();
                return super.again(release, question);
            }
        };
        return new ReplayWork(
                rows, differences, past, releases, retelling, shops, resting, transaction, Clock.systemUTC());
    }

    private Replay add() {
        OffsetDateTime now = OffsetDateTime.now(Clock.systemUTC());
        Replay replay = new Replay(
                Ids.next(),
                bot,
                ReleaseRef.of(1),
                7,
                State.WAITING,
                Actor.Kind.PLATFORM,
                "test",
                2,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                null,
                now,
                now,
                null);
        return as(() -> {
            transaction.executeWithoutResult(status -> rows.insert(tenant, replay));
            return look(replay);
        });
    }

    private Replay look(Replay replay) {
        return as(() -> replays.get(bot, replay.id().toString()));
    }

    private <T> T as(ScopedValue.CallableOp<T, RuntimeException> task) {
        return TenantScope.call(tenant, Actor.platform(), task);
    }

    private static void sql(String statement) throws SQLException {
        try (Connection superuser = TestDatabase.superuser(databaseName());
                Statement run = superuser.createStatement()) {
            run.execute(statement);
        }
    }
}
