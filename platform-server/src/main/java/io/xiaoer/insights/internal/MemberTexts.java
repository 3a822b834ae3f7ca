package io.xiaoer.insights.internal;

import static io.xiaoer.insights.internal.db.Tables.CLUSTERED;
import static io.xiaoer.insights.internal.db.Tables.OUTCOME;

import io.xiaoer.bots.BotId;
import io.xiaoer.conversations.AskedQuestion.Place;
import io.xiaoer.conversations.AskedQuestions;
import io.xiaoer.conversations.AskedQuestions.Exchange;
import io.xiaoer.conversations.ConversationId;
import io.xiaoer.insights.QuestionSample;
import io.xiaoer.tenancy.TenantId;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Repository;

/** What shoppers wrote who were failed, and what was said to them. */
@Repository
public class MemberTexts {

    private final DSLContext db;
    private final ClusteredRows rows;
    private final AskedQuestions asked;

    MemberTexts(DSLContext db, ClusteredRows rows, AskedQuestions asked) {
        this.db = db;
        this.rows = rows;
        this.asked = asked;
    }

    private record Member(UUID cluster, Place place, OffsetDateTime at, String text) {}

    /** Newest first, different wordings before the same again; of each cluster so many at most. */
    public Map<UUID, List<QuestionSample>> samples(
            TenantId tenant, BotId bot, Collection<UUID> clusters, int mostEach) {
        List<Member> members = clusters.isEmpty() ? List.of() : members(tenant, bot, clusters, mostEach);
        Map<Place, Exchange> said =
                asked.exchanges(members.stream().map(Member::place).toList());
        return members.stream()
                .collect(Collectors.groupingBy(
                        Member::cluster,
                        LinkedHashMap::new,
                        Collectors.mapping(
                                member -> sample(member, said.getOrDefault(member.place(), new Exchange("", null))),
                                Collectors.toList())));
    }

    /** The most frequent first, each once, as it was written last. */
    public List<String> wordings(TenantId tenant, BotId bot, UUID cluster, int limit) {
        return rows.wordings(tenant, bot, Set.of(cluster), limit).getOrDefault(cluster, List.of()).stream()
                .map(Wording::text)
                .toList();
    }

    private static QuestionSample sample(Member member, Exchange said) {
        return new QuestionSample(
                member.place().conversation(),
                member.place().seq(),
                member.at(),
                member.text(),
                said.replied(),
                said.person());
    }

    private List<Member> members(TenantId tenant, BotId bot, Collection<UUID> clusters, int mostEach) {
        Field<Integer> again = DSL.rowNumber()
                .over(DSL.partitionBy(CLUSTERED.CLUSTER_ID, CLUSTERED.WORDING).orderBy(OUTCOME.AT.desc()))
                .as("again");
        var each = db.select(
                        CLUSTERED.CLUSTER_ID,
                        CLUSTERED.CONVERSATION_ID,
                        CLUSTERED.SEQ,
                        CLUSTERED.TEXT,
                        OUTCOME.AT,
                        again)
                .from(CLUSTERED)
                .join(OUTCOME)
                .on(OUTCOME.TENANT_ID.eq(tenant.value()))
                .and(OUTCOME.CONVERSATION_ID.eq(CLUSTERED.CONVERSATION_ID))
                .and(OUTCOME.SEQ.eq(CLUSTERED.SEQ))
                .where(CLUSTERED.TENANT_ID.eq(tenant.value()))
                .and(CLUSTERED.BOT_ID.eq(bot.value()))
                .and(CLUSTERED.CLUSTER_ID.eq(DSL.any(clusters.toArray(UUID[]::new))))
                .and(CLUSTERED.TEXT.isNotNull())
                .asTable("each");
        Field<UUID> cluster = DSL.field(DSL.name("each", "cluster_id"), UUID.class);
        Field<OffsetDateTime> at = DSL.field(DSL.name("each", "at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
        Field<Integer> place = DSL.rowNumber()
                .over(DSL.partitionBy(cluster).orderBy(DSL.field(DSL.name("each", "again")), at.desc()))
                .as("place");
        var placed = db.select(each.asterisk(), place).from(each).asTable("placed");
        return db.selectFrom(placed)
                .where(DSL.field(DSL.name("placed", "place"), Integer.class).le(mostEach))
                .orderBy(DSL.field(DSL.name("placed", "place")))
                .fetch(row -> new Member(
                        row.get("cluster_id", UUID.class),
                        new Place(
                                new ConversationId(row.get("conversation_id", UUID.class)), row.get("seq", int.class)),
                        row.get("at", OffsetDateTime.class),
                        row.get("text", String.class)));
    }
}
