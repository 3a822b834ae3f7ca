package io.xiaoer.portal.vendor;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.xiaoer.operations.PlatformHealth;
import io.xiaoer.shared.Health.Platform;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How far behind platforms we are, and how much comes to nothing. */
class PlatformsCard extends Section {

    private static final long serialVersionUID = 1L;

    private PlatformsCard() {
        addClassNames("card", "vendor-platforms");
        setId("platforms");
        add(new H2(getTranslation("vendor.platforms")));
    }

    /** Of all shops. */
    static PlatformsCard of(List<PlatformHealth> platforms, Map<String, String> names, Instant now) {
        PlatformsCard card = new PlatformsCard();
        platforms.forEach(health -> card.add(card.line(
                health.platform(),
                names,
                card.figure("shops", Numbers.count(health.shops()), false),
                card.figure("lost", Numbers.count(health.lost()), health.lost() > 0),
                card.figure("failing", Numbers.count(health.failing()), health.failing() > 0),
                card.figure("read-until", card.age(health.readUntil(), now), false),
                card.figure("waiting", Numbers.count(health.waiting()), false),
                card.figure("waiting-since", card.age(health.waitingSince(), now), false),
                card.figure("failures", Numbers.count(health.failures()), health.failures() > 0))));
        return card;
    }

    /** Of one shop. */
    static PlatformsCard ofShop(List<Platform> platforms, Map<String, String> names, Instant now) {
        PlatformsCard card = new PlatformsCard();
        platforms.forEach(platform -> {
            String fault = platform.fault();
            String state = fault == null
                    ? card.getTranslation("vendor.platform.working")
                    : card.getTranslation("connect.fault." + fault);
            card.add(card.line(
                    platform.name(),
                    names,
                    card.figure("state", state, fault != null),
                    card.figure("read-until", card.age(platform.readUntil(), now), false),
                    card.figure("waiting", Numbers.count(platform.waiting()), false),
                    card.figure("waiting-since", card.age(platform.waitingSince(), now), false),
                    card.figure("failures", Numbers.count(platform.failures()), platform.failures() > 0)));
        });
        return card;
    }

    private Div line(String platform, Map<String, String> names, Div... figures) {
        Div numbers = new Div(figures);
        numbers.addClassName("vendor-totals");
        Div line = new Div(new H3(names.getOrDefault(platform, platform)), numbers);
        line.addClassName("vendor-platform");
        line.setId("platform-" + platform);
        return line;
    }

    private Div figure(String name, String value, boolean bad) {
        Span label = new Span(getTranslation("vendor.platform." + name));
        label.addClassName("hint");
        Span number = new Span(value);
        number.addClassName("vendor-number");
        if (bad) {
            number.addClassName("vendor-bad");
        }
        Div figure = new Div(label, number);
        figure.addClassName("vendor-" + name);
        return figure;
    }

    private String age(@Nullable Instant since, Instant now) {
        return since == null ? Numbers.NONE : Numbers.age(this, since, now);
    }
}
