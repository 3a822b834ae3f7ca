package io.xiaoer.bots.internal;

import io.xiaoer.bots.Bots;
import io.xiaoer.bots.WidgetSecrets;
import io.xiaoer.shared.ShownOnce;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class WidgetSecretController {

    private final Bots bots;
    private final WidgetSecrets secrets;

    WidgetSecretController(Bots bots, WidgetSecrets secrets) {
        this.bots = bots;
        this.secrets = secrets;
    }

    record Renewal(@Nullable Boolean revokeOld) {}

    record NewSecret(String widgetSecret) {}

    @PostMapping("/api/v1/bots/{bot}/widget-secret")
    @ResponseStatus(HttpStatus.CREATED)
    NewSecret renew(
            @PathVariable String bot,
            @RequestBody(required = false) @Nullable Renewal renewal,
            HttpServletRequest request) {
        request.setAttribute(ShownOnce.FIELDS, List.of("widgetSecret"));
        boolean revokeOld = renewal != null && Boolean.TRUE.equals(renewal.revokeOld());
        return new NewSecret(secrets.renew(bots.get(bot).id(), revokeOld));
    }
}
