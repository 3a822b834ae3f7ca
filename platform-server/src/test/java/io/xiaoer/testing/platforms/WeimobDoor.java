package io.xiaoer.testing.platforms;

import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.node.ObjectNode;

/** Who is let into a shop. */
final class WeimobDoor {

    final AtomicInteger refreshes = new AtomicInteger();
    final ConcurrentLinkedQueue<String> secrets = new ConcurrentLinkedQueue<>();

    private final String name;
    private final Clock clock;
    private final WeimobOpen open;
    private final WeimobForms forms;
    private final Random random = new Random(26_112_026);
    private final Set<String> known = new HashSet<>();
    private final Set<String> codes = new HashSet<>();
    private String accessToken = "";
    private long accessUntil;
    private String refreshToken = "";
    private int made;

    WeimobDoor(String name, Clock clock, WeimobOpen open, WeimobForms forms) {
        this.name = name;
        this.clock = clock;
        this.open = open;
        this.forms = forms;
    }

    synchronized boolean knows(String secret) {
        return !secret.isEmpty() && known.contains(secret);
    }

    synchronized boolean lets(String token) {
        return !token.isEmpty() && token.equals(accessToken) && clock.millis() < accessUntil;
    }

    synchronized String newCode() {
        String code = secret("code");
        codes.add(code);
        return code;
    }

    synchronized void expireToken() {
        accessUntil = 0;
    }

    synchronized void revoke() {
        accessUntil = 0;
        refreshToken = "";
        codes.clear();
    }

    private String secret(String kind) {
        String secret = kind + "-" + name + "-" + Integer.toHexString(made++) + Long.toHexString(random.nextLong());
        known.add(secret);
        secrets.add(secret);
        return secret;
    }

    /** What the token endpoint says; what it refuses begins with {@link WeimobSimulator#BAD_REQUEST} if that is its way. */
    synchronized String token(Map<String, String> params) {
        boolean refresh = false;
        switch (params.getOrDefault("grant_type", "")) {
            case "authorization_code" -> {
                boolean back = params.getOrDefault("redirect_uri", "").endsWith("/data/bridge/weimob");
                if (!back || !codes.remove(params.getOrDefault("code", ""))) {
                    return refused();
                }
            }
            case "refresh_token" -> {
                if (refreshToken.isEmpty() || !refreshToken.equals(params.get("refresh_token"))) {
                    return refused();
                }
                refreshes.incrementAndGet();
                refresh = true;
            }
            case "client_credentials" -> {
                if (!name.equals(params.get("shop_id"))
                        || !"business_operation_system_id".equals(params.get("shop_type"))) {
                    return refused();
                }
            }
            default -> {
                return refused();
            }
        }
        boolean keeps = refresh && !open.rotates();
        // whoever agrees again is let in with what is good still
        boolean same = "authorization_code".equals(params.get("grant_type")) && clock.millis() < accessUntil;
        if (!same) {
            accessToken = secret("access");
            accessUntil = clock.instant().plus(open.tokenLife()).toEpochMilli();
            if (!keeps) {
                refreshToken = secret("refresh");
            }
        }
        ObjectNode answer = WeimobForms.object()
                .put("access_token", accessToken)
                .put("token_type", "bearer")
                .put("expires_in", open.tokenLife().toSeconds())
                .put("scope", "default");
        if (!params.getOrDefault("grant_type", "").equals("client_credentials") && !keeps) {
            answer.put("refresh_token", refreshToken).put("refresh_token_expires_in", 604_799);
        }
        return forms.id(answer, "business_operation_system_id", Long.parseLong(name))
                .toString();
    }

    String refused() {
        return open.refusesAsOauth()
                ? WeimobSimulator.BAD_REQUEST + "{\"error\":\"invalid_grant\",\"error_description\":\"Invalid grant\"}"
                : forms.no("80001001000105", "授权无效");
    }
}
