package io.xiaoer.portal.connect;

/** How a shop's server signs who a shopper is, in the languages that shops are written in; none needs a library. */
enum IdentitySnippet {
    NODE("Node.js", """
            import { createHmac } from 'node:crypto';

            const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

            export function identityOf(customer) {
              const text = part({ alg: 'HS256', typ: 'JWT' }) + '.' + part({
                sub: String(customer.id),
                name: customer.name,
                registeredAt: customer.registeredAt, // 2026-01-31T08:00:00+08:00
                exp: Math.floor(Date.now() / 1000) + 3600,
              });
              const secret = process.env.XIAOER_WIDGET_SECRET;
              return text + '.' + createHmac('sha256', secret).update(text).digest('base64url');
            }"""),

    PHP("PHP", """
            function xiaoer_identity(array $customer): string
            {
                $part = fn (string $bytes) => rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
                $text = $part(json_encode(['alg' => 'HS256', 'typ' => 'JWT'])) . '.' . $part(json_encode([
                    'sub' => (string) $customer['id'],
                    'name' => $customer['name'],
                    'registeredAt' => $customer['registered_at'], // 2026-01-31T08:00:00+08:00
                    'exp' => time() + 3600,
                ]));
                $secret = getenv('XIAOER_WIDGET_SECRET');
                return $text . '.' . $part(hash_hmac('sha256', $text, $secret, true));
            }"""),

    JAVA("Java", """
            static String identityOf(String customerId) throws GeneralSecurityException {
                Base64.Encoder part = Base64.getUrlEncoder().withoutPadding();
                String head = "{\\"alg\\":\\"HS256\\",\\"typ\\":\\"JWT\\"}";
                // write the claims with your JSON library: name and registeredAt are optional
                String claims = "{\\"sub\\":\\"" + customerId + "\\",\\"exp\\":"
                        + Instant.now().plusSeconds(3600).getEpochSecond() + "}";
                String text = part.encodeToString(head.getBytes(UTF_8)) + "."
                        + part.encodeToString(claims.getBytes(UTF_8));
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(System.getenv("XIAOER_WIDGET_SECRET").getBytes(UTF_8), "HmacSHA256"));
                return text + "." + part.encodeToString(mac.doFinal(text.getBytes(UTF_8)));
            }"""),

    PYTHON("Python", """
            import base64, hashlib, hmac, json, os, time

            def part(data: bytes) -> str:
                return base64.urlsafe_b64encode(data).rstrip(b"=").decode()

            def identity_of(customer) -> str:
                head = part(json.dumps({"alg": "HS256", "typ": "JWT"}).encode())
                claims = part(json.dumps({
                    "sub": str(customer.id),
                    "name": customer.name,
                    "registeredAt": customer.registered_at,  # 2026-01-31T08:00:00+08:00
                    "exp": int(time.time()) + 3600,
                }).encode())
                secret = os.environ["XIAOER_WIDGET_SECRET"].encode()
                mac = hmac.new(secret, f"{head}.{claims}".encode(), hashlib.sha256)
                return f"{head}.{claims}.{part(mac.digest())}\"""");

    private final String label;
    private final String code;

    IdentitySnippet(String label, String code) {
        this.label = label;
        this.code = code;
    }

    String label() {
        return label;
    }

    String code() {
        return code;
    }
}
