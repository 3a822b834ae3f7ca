import base64
import hashlib
import hmac
import json
import time


def sign_identity(secret, customer_id, name=None, registered_at=None):
    """The shop's signed word for who a shopper is, good for an hour."""
    now = int(time.time())
    claims = {"sub": customer_id, "iat": now, "exp": now + 3600}
    if name is not None:
        claims["name"] = name
    if registered_at is not None:
        claims["registeredAt"] = registered_at  # "2026-03-01T09:30:00+08:00"
    signed = _part(b'{"alg":"HS256","typ":"JWT"}') + "." + _part(json.dumps(claims).encode("utf-8"))
    return signed + "." + _part(hmac.new(secret.encode("utf-8"), signed.encode("ascii"), hashlib.sha256).digest())


def _part(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")
