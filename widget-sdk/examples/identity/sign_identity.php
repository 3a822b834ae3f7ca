<?php

/** The shop's signed word for who a shopper is, good for an hour. $registeredAt: "2026-03-01T09:30:00+08:00". */
function sign_identity(string $secret, string $customerId, ?string $name = null, ?string $registeredAt = null): string
{
    $now = time();
    $claims = ['sub' => $customerId, 'iat' => $now, 'exp' => $now + 3600];
    if ($name !== null) {
        $claims['name'] = $name;
    }
    if ($registeredAt !== null) {
        $claims['registeredAt'] = $registeredAt;
    }
    $part = fn (string $data): string => rtrim(strtr(base64_encode($data), '+/', '-_'), '=');
    $signed = $part('{"alg":"HS256","typ":"JWT"}') . '.' . $part(json_encode($claims, JSON_THROW_ON_ERROR));
    return $signed . '.' . $part(hash_hmac('sha256', $signed, $secret, true));
}
