package io.xiaoer.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the public HTTP API that shares no code with the server. */
public final class Api {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String address;
    private final List<String> headers;

    public Api(String address) {
        this(address, List.of());
    }

    private Api(String address, List<String> headers) {
        this.address = address;
        this.headers = headers;
    }

    /** An answer: its status, its body as JSON (null if it is none) and as text, its headers. */
    public record Answer(int status, JsonNode json, String text, java.net.http.HttpHeaders headers) {}

    /** A shop made by sign-up, and how to call the API for it. */
    public record TestShop(
            String tenantId,
            String botId,
            String widgetKey,
            String clientId,
            String clientSecret,
            String email,
            String password,
            Api api) {}

    /** Where it is. */
    public String address() {
        return address;
    }

    public Api with(String... nameAndValue) {
        List<String> all = new ArrayList<>(headers);
        all.addAll(List.of(nameAndValue));
        return new Api(address, all);
    }

    public Api withToken(String token) {
        return with("Authorization", "Bearer " + token);
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer post(String path, String body) {
        return send("POST", path, body);
    }

    public Answer put(String path, String body) {
        return send("PUT", path, body);
    }

    public Answer send(String method, String path, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofSeconds(60))
                .method(
                        method,
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        if (body != null && !headers.contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), json(response.body()), response.body(), response.headers());
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends a file. */
    public Answer upload(String path, String contentType, byte[] file) {
        HttpRequest.Builder request =
                request(path).header("Content-Type", contentType).POST(BodyPublishers.ofByteArray(file));
        HttpResponse<String> response = exchange(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        return new Answer(response.statusCode(), json(response.body()), response.body(), response.headers());
    }

    /** Fetches what is no text. */
    public HttpResponse<byte[]> download(String path) {
        return exchange(request(path), BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(60));
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        return request;
    }

    private static <T> HttpResponse<T> exchange(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return HTTP.send(request.build(), body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Opens an event stream; the caller closes it. */
    public InputStream stream(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).header("Accept", "text/event-stream");
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofInputStream()).body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Signs a new beauty shop up and gets a token with all its scopes. */
    public TestShop signUp() {
        return signUp("beauty", "zh-CN");
    }

    /** Signs a new shop up that begins with a pack. */
    public TestShop signUp(String template, String locale) {
        String email = "owner-" + UUID.randomUUID() + "@shop.example";
        String password = "correct horse battery";
        Answer answer = post("/api/v1/signup", """
                {"shopName": "测试美妆店", "email": "%s", "password": "%s", "template": "%s", "locale": "%s"}
                """.formatted(email, password, template, locale));
        if (answer.status() != 201) {
            throw new AssertionError("sign-up answered " + answer.status() + " " + answer.text());
        }
        JsonNode shop = answer.json();
        String clientId = shop.at("/apiClient/clientId").asString();
        String clientSecret = shop.at("/apiClient/clientSecret").asString();
        return new TestShop(
                shop.get("tenantId").asString(),
                shop.get("botId").asString(),
                shop.get("widgetKey").asString(),
                clientId,
                clientSecret,
                email,
                password,
                withToken(token(clientId, clientSecret, null)));
    }

    /** @param scope null for all of the client's scopes */
    public String token(String clientId, String clientSecret, @Nullable String scope) {
        Answer answer = requestToken(clientId, clientSecret, scope);
        if (answer.status() != 200) {
            throw new AssertionError("the token endpoint answered " + answer.status() + " " + answer.text());
        }
        return answer.json().get("access_token").asString();
    }

    public Answer requestToken(String clientId, String clientSecret, @Nullable String scope) {
        String credentials =
                Base64.getEncoder().encodeToString((clientId + ":" + clientSecret).getBytes(StandardCharsets.UTF_8));
        return with("Authorization", "Basic " + credentials, "Content-Type", "application/x-www-form-urlencoded")
                .post("/oauth2/token", "grant_type=client_credentials" + (scope == null ? "" : "&scope=" + scope));
    }

    /** Opens a conversation of a shopper through the chat API. */
    public String converse(String botId, String shopperId) {
        Answer answer =
                post("/api/v1/bots/" + botId + "/conversations", "{\"shopper\": {\"id\": \"" + shopperId + "\"}}");
        return answer.json().get("conversationId").asString();
    }

    /** Says something in a conversation under a fresh message id. */
    public JsonNode say(String conversationId, String text) {
        Answer answer = post(
                "/api/v1/conversations/" + conversationId + "/messages",
                JSON.writeValueAsString(java.util.Map.of("id", UUID.randomUUID().toString(), "text", text)));
        if (answer.status() != 200) {
            throw new AssertionError("a message was answered " + answer.status() + " " + answer.text());
        }
        return answer.json();
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (RuntimeException e) {
            return JSON.nullNode();
        }
    }
}
