package io.xiaoer.tenants;

import static org.awaitility.Awaitility.await;

import io.xiaoer.mail.Outbox;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.testing.Api.TestShop;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Works for a shop as one of its members. */
final class Team {

    private static final Pattern TOKEN = Pattern.compile("/(?:invite|reset)/([\\w-]+)");

    private Team() {}

    static TenantId id(TestShop shop) {
        return new TenantId(UUID.fromString(shop.tenantId()));
    }

    static <T> T asOwner(TestShop shop, Supplier<T> work) {
        return as(shop, shop.email(), Role.OWNER, work);
    }

    static void runAsOwner(TestShop shop, Runnable work) {
        asOwner(shop, () -> {
            work.run();
            return true;
        });
    }

    static <T> T as(TestShop shop, String email, Role role, Supplier<T> work) {
        Actor actor = new Actor(Actor.Kind.MEMBER, email, role.permissions());
        return TenantScope.<T, RuntimeException>call(id(shop), actor, work::get);
    }

    /** The tokens of the links in letters to someone, newest first, once there are {@code count}. */
    static List<String> tokens(Outbox outbox, TestShop shop, String to, int count) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> asOwner(shop, outbox::letters).stream()
                                .filter(kept -> kept.letter().to().equals(to))
                                .map(kept -> token(kept.letter().text()))
                                .toList(),
                        tokens -> tokens.size() >= count);
    }

    private static String token(String text) {
        Matcher matcher = TOKEN.matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("no link in: " + text);
        }
        return matcher.group(1);
    }
}
