package io.xiaoer.onboarding.internal;

import io.xiaoer.onboarding.SignUp;
import io.xiaoer.onboarding.SignUps;
import io.xiaoer.onboarding.internal.SignUpController.SignedUpResource;
import io.xiaoer.shared.Digests;
import io.xiaoer.shared.FieldErrors;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sign-ups that carry an Idempotency-Key. They come before any tenant, so what they answered is kept in the platform's
 * schema, without the secret.
 */
@Component
class SignUpRequests {

    private final SignUps signUps;
    private final DSLContext db;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;

    SignUpRequests(SignUps signUps, DSLContext db, TransactionTemplate transaction, JsonMapper json, Clock clock) {
        this.signUps = signUps;
        this.db = db;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    SignedUpResource signUp(SignUp request, @Nullable String key) {
        if (key == null) {
            return SignedUpResource.of(signUps.signUp(request));
        }
        new FieldErrors().text("Idempotency-Key", key, 200).throwIfAny();
        String digest = digest(request);
        Optional<SignedUpResource> before = find(key, digest);
        if (before.isPresent()) {
            return before.get();
        }
        SignedUpResource resource;
        try {
            resource = SignedUpResource.of(signUps.signUp(request));
        } catch (Problem problem) {
            // the same request may have come twice at once, and the other one has just succeeded
            return find(key, digest).orElseThrow(() -> problem);
        }
        String stored = json.writeValueAsString(resource.withoutSecret());
        transaction.executeWithoutResult(status -> db.execute(
                "insert into platform.signup_request (idempotency_key, body_digest, response, created_at)"
                        + " values (?, ?, ?, ?::timestamptz) on conflict do nothing",
                key,
                digest,
                stored,
                OffsetDateTime.now(clock)));
        return resource;
    }

    private Optional<SignedUpResource> find(String key, String digest) {
        var row = transaction.execute(status -> db.resultQuery(
                        "select body_digest, response from platform.signup_request where idempotency_key = ?", key)
                .fetchOne());
        if (row == null) {
            return Optional.empty();
        }
        if (!digest.equals(row.get("body_digest", String.class))) {
            throw new Problem(Code.IDEMPOTENCY_MISMATCH, "This Idempotency-Key was used for another sign-up.");
        }
        return Optional.of(json.readValue(row.get("response", String.class), SignedUpResource.class));
    }

    private String digest(SignUp request) {
        // without the password: a fast digest of it must not lie in a table
        SignUp kept = new SignUp(request.shopName(), request.email(), null, request.template(), request.locale());
        return Digests.sha256Hex(json.writeValueAsString(kept));
    }
}
