package io.xiaoer.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.testing.Api;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.KillableApplication;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Two nodes on one database share a pilot. */
@Tag("long")
class PilotOnTwoNodesIT {

    private static final int THREADS = 40;
    private static final int SIZE = 150;
    private static final int SHOPPERS = 400;

    @TempDir
    private Path data;

    @Test
    void enrolExactlyItsSizeAndLeaveEveryShopperOnOneSide() throws Exception {
        try (KillableApplication one = KillableApplication.start(data.resolve("one"));
                KillableApplication other = KillableApplication.startBeside(one, data.resolve("other"))) {
            TestShop shop = one.api().signUp();
            List<Api> nodes = List.of(
                    shop.api(), other.api().withToken(other.api().token(shop.clientId(), shop.clientSecret(), null)));
            String rollout = "/api/v1/bots/" + shop.botId() + "/rollout";
            var piloting = shop.api()
                    .put(rollout, "{\"stage\": \"pilot\", \"reason\": \"test\", \"pilot\": {\"sampleRate\": 1}}");
            assertThat(piloting.status()).as(piloting.text()).isEqualTo(200);

            List<Boolean> first = visits(nodes, shop.botId());
            List<Boolean> second = visits(nodes.reversed(), shop.botId());

            assertThat(first.stream().filter(in -> in)).hasSize(SIZE);
            assertThat(second).isEqualTo(first);
            JsonNode pilot = nodes.getLast().get(rollout).json().get("pilot");
            assertThat(pilot.get("enrolled").asInt()).isEqualTo(SIZE);
            Set<String> members = new HashSet<>();
            nodes.getLast()
                    .get(rollout + "/members?limit=500")
                    .json()
                    .get("items")
                    .forEach(member -> members.add(member.get("shopperId").asString()));
            assertThat(members).hasSize(SIZE);
        }
    }

    /** Whether each shopper is in; every second one comes to the second node, and many come at once. */
    private static List<Boolean> visits(List<Api> nodes, String bot) throws Exception {
        List<Future<Boolean>> visits = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (int i = 0; i < SHOPPERS; i++) {
                Api node = nodes.get(i % nodes.size());
                String shopper = "s" + i;
                visits.add(threads.submit(() -> {
                    var opened = node.post(
                            "/api/v1/bots/" + bot + "/conversations", "{\"shopper\": {\"id\": \"" + shopper + "\"}}");
                    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
                    return opened.json().get("mode").asString().equals("bot");
                }));
            }
        }
        List<Boolean> in = new ArrayList<>();
        for (Future<Boolean> visit : visits) {
            in.add(visit.get());
        }
        return in;
    }
}
