package io.xiaoer.onboarding.internal;

import io.xiaoer.onboarding.SignUp;
import io.xiaoer.onboarding.SignedUp;
import io.xiaoer.onboarding.TemplateSummary;
import io.xiaoer.onboarding.Templates;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SignUpController {

    private final SignUpRequests requests;
    private final Templates templates;

    SignUpController(SignUpRequests requests, Templates templates) {
        this.requests = requests;
        this.templates = templates;
    }

    record ApiClientResource(String clientId, @Nullable String clientSecret) {}

    record SignedUpResource(String tenantId, String botId, String widgetKey, ApiClientResource apiClient) {

        static SignedUpResource of(SignedUp signedUp) {
            return new SignedUpResource(
                    signedUp.tenantId().toString(),
                    signedUp.botId().toString(),
                    signedUp.widgetKey(),
                    new ApiClientResource(
                            signedUp.apiClient().clientId(),
                            signedUp.apiClient().clientSecret()));
        }

        SignedUpResource withoutSecret() {
            return new SignedUpResource(tenantId, botId, widgetKey, new ApiClientResource(apiClient.clientId(), null));
        }
    }

    record TemplateList(
            List<TemplateSummary> items, @Nullable String nextCursor) {}

    @PostMapping("/api/v1/signup")
    @ResponseStatus(HttpStatus.CREATED)
    SignedUpResource signUp(
            @RequestBody SignUp request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey) {
        return requests.signUp(request, idempotencyKey);
    }

    @GetMapping("/api/v1/templates")
    TemplateList templates(Locale locale) {
        return new TemplateList(templates.all("en".equals(locale.getLanguage()) ? "en" : "zh-CN"), null);
    }
}
