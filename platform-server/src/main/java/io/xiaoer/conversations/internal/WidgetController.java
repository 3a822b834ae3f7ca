package io.xiaoer.conversations.internal;

import io.xiaoer.bots.Bot;
import io.xiaoer.bots.BotId;
import io.xiaoer.bots.Bots;
import io.xiaoer.bots.Placement;
import io.xiaoer.bots.Theme;
import io.xiaoer.bots.Theme.Launcher;
import io.xiaoer.bots.Theme.Position;
import io.xiaoer.bots.Theme.Radius;
import io.xiaoer.bots.Theme.Scheme;
import io.xiaoer.conversations.Attendance;
import io.xiaoer.conversations.Conversations.Welcome;
import io.xiaoer.conversations.IncomingMessage;
import io.xiaoer.conversations.Mode;
import io.xiaoer.conversations.OfficeHours;
import io.xiaoer.conversations.ShopperProfile;
import io.xiaoer.conversations.internal.Wire.ConversationResource;
import io.xiaoer.conversations.internal.Wire.MessagesResource;
import io.xiaoer.conversations.internal.Wire.OpenedResource;
import io.xiaoer.conversations.internal.Wire.TurnResource;
import io.xiaoer.rollout.Rollouts;
import io.xiaoer.rollout.ShopperRef;
import io.xiaoer.security.VisitorIdentities;
import io.xiaoer.security.VisitorIdentity;
import io.xiaoer.security.WidgetCaller;
import io.xiaoer.security.WidgetTokens;
import io.xiaoer.shared.FieldErrors;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.Shops;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Conversations as a browser leads them: who the shopper is comes from the token alone. */
@RestController
@RequestMapping("/widget/v1/{widgetKey}")
class WidgetController {

    private final Bots bots;
    private final Shops shops;
    private final Rollouts rollouts;
    private final ConversationCalls calls;
    private final OfficeHours hours;
    private final WidgetTokens tokens;
    private final VisitorIdentities identities;

    WidgetController(
            Bots bots,
            Shops shops,
            Rollouts rollouts,
            ConversationCalls calls,
            OfficeHours hours,
            WidgetTokens tokens,
            VisitorIdentities identities) {
        this.identities = identities;
        this.bots = bots;
        this.shops = shops;
        this.rollouts = rollouts;
        this.calls = calls;
        this.hours = hours;
        this.tokens = tokens;
    }

    record SessionRequest(
            @Nullable String visitorId,
            @Nullable String identity,
            @Nullable String staffCode,
            @Nullable Map<String, Object> page) {}

    record ThemeResource(
            @Nullable String primaryColor,
            @Nullable String avatarUrl,
            String title,
            String locale,
            Radius radius,
            Position position,
            Launcher launcher,
            Scheme scheme) {

        static ThemeResource of(Bot bot, String locale) {
            Theme theme = bot.theme();
            String title = theme.title();
            return new ThemeResource(
                    theme.primaryColor(),
                    theme.avatarUrl(),
                    title == null ? bot.name() : title,
                    locale,
                    theme.radius(),
                    theme.position(),
                    theme.launcher(),
                    theme.scheme());
        }
    }

    record Session(
            String token,
            ThemeResource theme,
            String greeting,
            Mode mode,
            boolean staff,
            Placement placement,
            @Nullable ConversationResource conversation,
            @Nullable Attendance officeHours) {}

    record OpenRequest(@Nullable Object shopper, @Nullable Map<String, Object> page) {}

    @PostMapping("/session")
    Session session(
            @PathVariable String widgetKey,
            @RequestAttribute(WidgetCaller.OPENED_BOT) BotId id,
            @RequestBody SessionRequest request) {
        new FieldErrors().text("visitorId", request.visitorId(), 128).throwIfAny();
        Bot bot = bots.get(id);
        VisitorIdentity identity = request.identity() == null ? null : identities.verify(id, request.identity());
        ShopperRef shopper = identity == null
                ? ShopperRef.visitor(Objects.requireNonNull(request.visitorId()))
                : ShopperRef.customer(identity.customerId());
        if (request.staffCode() != null) {
            rollouts.markStaff(id, shopper, request.staffCode());
        }
        ShopperProfile profile =
                identity == null ? ShopperProfile.NONE : new ShopperProfile(identity.name(), identity.registeredAt());
        Welcome welcome = calls.welcome(id, shopper, profile);
        String token = identity == null
                ? tokens.issue(TenantScope.required(), id, widgetKey, shopper.toString())
                : tokens.issue(TenantScope.required(), id, widgetKey, shopper.toString(), identity);
        return new Session(
                token,
                ThemeResource.of(bot, shops.current().locale()),
                welcome.greeting(),
                welcome.mode(),
                welcome.staff(),
                bot.placement(),
                calls.newest(id, shopper).orElse(null),
                hours.now().orElse(null));
    }

    @PostMapping("/conversations")
    @ResponseStatus(HttpStatus.CREATED)
    OpenedResource open(@RequestBody(required = false) @Nullable OpenRequest request) {
        if (request != null && request.shopper() != null) {
            throw Problem.invalid("shopper", "comes from the token; leave it out");
        }
        WidgetCaller caller = WidgetCaller.current();
        return calls.open(
                caller.bot(),
                ShopperRef.parse(caller.shopper()),
                new ShopperProfile(caller.name(), caller.registeredAt()),
                request == null ? null : request.page());
    }

    @PostMapping("/conversations/{id}/messages")
    TurnResource send(@PathVariable String id, @RequestBody IncomingMessage message) {
        WidgetCaller caller = WidgetCaller.current();
        return calls.send(id, caller.bot(), ShopperRef.parse(caller.shopper()), message);
    }

    @GetMapping("/conversations/{id}/messages")
    MessagesResource messages(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer after) {
        WidgetCaller caller = WidgetCaller.current();
        return calls.messages(id, caller.bot(), ShopperRef.parse(caller.shopper()), limit, cursor, after);
    }

    @GetMapping(path = "/conversations/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(
            @PathVariable String id,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
        WidgetCaller caller = WidgetCaller.current();
        return calls.events(id, caller.bot(), ShopperRef.parse(caller.shopper()), lastEventId);
    }
}
