package io.xiaoer.portal.start;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.xiaoer.bots.BotId;
import io.xiaoer.onboarding.Connection;
import io.xiaoer.onboarding.FirstSteps;
import io.xiaoer.onboarding.Step;
import io.xiaoer.portal.frame.Messages;
import io.xiaoer.portal.signup.FreshSecret;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.TenantId;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How shoppers reach the bot: what each way takes and brings, and what of it is there today. */
class ConnectStep extends StepContent {

    private static final long serialVersionUID = 1L;

    private final transient FirstSteps steps;
    private final TenantId tenant;
    private final BotId bot;
    private final RadioButtonGroup<Connection> ways = new RadioButtonGroup<>();
    private final Div next = new Div();

    /** Reads nothing but the progress. */
    @org.springframework.stereotype.Component
    static class Reader implements StepContent.Reader {

        private final FirstSteps steps;

        Reader(FirstSteps steps) {
            this.steps = steps;
        }

        @Override
        public Step step() {
            return Step.CONNECT;
        }

        @Override
        public Supplier<StepContent> read(StartView view, Scene scene) {
            return () -> new ConnectStep(view, steps, scene);
        }
    }

    private ConnectStep(StartView view, FirstSteps steps, Scene scene) {
        super(view);
        this.steps = steps;
        this.tenant = scene.shop().id();
        this.bot = scene.bot().id();
        ways.setId("ways");
        ways.addClassNames("tiles", "start-ways");
        ways.setAriaLabel(view.getTranslation("start.connect.title"));
        ways.setItems(Connection.values());
        ways.setRenderer(new ComponentRenderer<>(this::tile));
        Connection chosen = scene.progress().connection();
        if (chosen != null) {
            ways.setValue(chosen);
        }
        ways.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                choose(change.getOldValue(), change.getValue());
            }
        });
        next.setId("connect-next");
        next.addClassNames("card", "form");
        add(ways, next);
        showNext(chosen);
    }

    private void choose(@Nullable Connection before, Connection chosen) {
        view.change(
                () -> steps.connect(bot, chosen, view.progress().version()),
                fresh -> {
                    view.show(fresh);
                    showNext(chosen);
                },
                problem -> {
                    ways.setValue(before);
                    return false;
                });
    }

    private String text(Connection way, String part) {
        return view.getTranslation("start.connect." + way.name().toLowerCase(Locale.ROOT) + "." + part);
    }

    private Div tile(Connection way) {
        VaadinIcon icon = switch (way) {
            case EMBED -> VaadinIcon.LINK;
            case API -> VaadinIcon.PLUG;
            case BRIDGE -> VaadinIcon.CONNECT;
        };
        Span name = new Span(text(way, "name"));
        name.addClassName("tile-name");
        Span effort = new Span(text(way, "effort"));
        effort.addClassName("start-effort");
        Span today = new Span(text(way, "today"));
        today.addClassNames("badge", way == Connection.BRIDGE ? "badge-later" : "badge-full");
        Div tile = new Div(
                picture(icon),
                name,
                row("start-way-facts", today, effort),
                fact("start.connect.suits", text(way, "suits")),
                fact("start.connect.brings", text(way, "brings")));
        tile.addClassNames("tile", "start-way");
        return tile;
    }

    private Div fact(String label, String text) {
        Span name = new Span(view.getTranslation(label));
        name.addClassName("start-fact-name");
        return row("start-fact", name, new Span(text));
    }

    private void showNext(@Nullable Connection way) {
        next.removeAll();
        next.setVisible(way != null);
        if (way == null) {
            return;
        }
        next.add(new H2(view.getTranslation("start.connect.next")), new Paragraph(text(way, "next")));
        Div links = new Div();
        links.addClassName("actions");
        switch (way) {
            case EMBED -> links.add(link(view.withBot("embed"), "start.connect.embed.link", false));
            case API -> {
                if (view.may(Permission.ADMINISTER)) {
                    links.add(link("clients", "start.connect.api.link", false));
                }
                links.add(link("docs/api", "start.connect.api.docs", true));
                showSecret();
            }
            case BRIDGE -> links.add(link(view.withBot("embed"), "start.connect.bridge.link", false));
        }
        next.add(links);
        Paragraph later = new Paragraph(text(way, "later"));
        later.addClassName("hint");
        next.add(later);
    }

    /** The secret that came with the sign-up, while it is in hand. */
    private void showSecret() {
        if (!view.may(Permission.ADMINISTER)) {
            next.add(new Paragraph(view.getTranslation("start.connect.secret.owner")));
            return;
        }
        FreshSecret.of(tenant)
                .ifPresentOrElse(
                        fresh -> {
                            Paragraph once = new Paragraph(view.getTranslation("start.connect.secret.once"));
                            once.addClassName("warning");
                            Button safe = new Button(view.getTranslation("start.connect.secret.safe"), click -> {
                                FreshSecret.forget();
                                showNext(Connection.API);
                            });
                            safe.setId("secret-safe");
                            Div box = new Div(
                                    once,
                                    Messages.copyable(
                                            view, view.getTranslation("start.connect.client-id"), fresh.clientId()),
                                    Messages.copyable(
                                            view,
                                            view.getTranslation("start.connect.client-secret"),
                                            fresh.clientSecret()),
                                    safe);
                            box.setId("fresh-secret");
                            box.addClassName("form");
                            next.add(box);
                        },
                        () -> next.add(new Paragraph(view.getTranslation("start.connect.secret.gone"))));
    }

    private Anchor link(String href, String text, boolean away) {
        Anchor link = new Anchor(href, view.getTranslation(text));
        link.addClassName("action");
        if (away) {
            link.setTarget(AnchorTarget.BLANK);
            link.getElement().setAttribute("router-ignore", true);
        }
        return link;
    }
}
