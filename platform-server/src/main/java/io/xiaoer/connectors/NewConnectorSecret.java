package io.xiaoer.connectors;

/**
 * A secret just made; it can be read nowhere else.
 *
 * @param secret in the form of Standard Webhooks: {@code whsec_} and Base64
 * @param endpoint names the shop in the address of its webhooks
 */
public record NewConnectorSecret(String secret, String endpoint) {

    @Override
    public String toString() {
        return "NewConnectorSecret[" + endpoint + "]";
    }
}
