package io.xiaoer.tenants;

/** A client just made. The secret exists nowhere else: it is shown once. */
public record NewApiClient(String clientId, String clientSecret) {

    @Override
    public String toString() {
        return "NewApiClient[" + clientId + "]";
    }
}
