package io.xiaoer.connectors;

/**
 * An endpoint with a secret just made, which can be read nowhere else.
 *
 * @param secret in the form of Standard Webhooks: {@code whsec_} and Base64
 */
public record NewWebhookEndpoint(WebhookEndpoint endpoint, String secret) {

    @Override
    public String toString() {
        return "NewWebhookEndpoint[" + endpoint.id() + "]";
    }
}
