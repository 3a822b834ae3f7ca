package io.xiaoer.portal.rules;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Route;
import io.xiaoer.portal.frame.MainLayout;
import io.xiaoer.portal.frame.Notices;
import io.xiaoer.portal.frame.Place;
import io.xiaoer.portal.frame.Roles;
import io.xiaoer.portal.frame.ShopContext;
import io.xiaoer.portal.frame.ShopView;
import io.xiaoer.rules.RuleCalendar;
import io.xiaoer.rules.RuleCalendar.Lane;
import io.xiaoer.rules.RuleCalendar.State;
import io.xiaoer.rules.RuleType;
import io.xiaoer.rules.Rules;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenants.Shops;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** The shop's rules, by what they are about. */
@Route(value = "rules", layout = MainLayout.class)
@RolesAllowed({Roles.OWNER, Roles.EDITOR, Roles.AGENT, Roles.VIEWER})
@StyleSheet("context://css/rules.css")
class RulesView extends ShopView<RulesView.Data> {

    private static final long serialVersionUID = 1L;

    private final transient Rules rules;
    private final transient Shops shops;
    private final transient Clock clock;

    /** All that the view shows. */
    record Data(RuleCalendar calendar, ZoneId zone, Instant now) {

        List<Lane> of(RuleType type) {
            return calendar.lanes().stream()
                    .filter(lane -> lane.type() == type && lane.state(now) != State.ENDED)
                    .toList();
        }

        List<Lane> ended() {
            return calendar.lanes().stream()
                    .filter(lane -> lane.state(now) == State.ENDED)
                    .toList();
        }
    }

    RulesView(ShopContext shop, Rules rules, Shops shops, Clock clock) {
        super(shop, "rules");
        this.rules = rules;
        this.shops = shops;
        this.clock = clock;
    }

    @Override
    protected Data read(Place place) {
        return new Data(RuleCalendar.of(rules.calendar()), shops.current().timeZone(), clock.instant());
    }

    @Override
    protected void show(Data data) {
        Div head = new Div(new Div(new H1(title()), new Paragraph(getTranslation("rules.lead"))));
        head.addClassName("view-head");
        if (!data.calendar().lanes().isEmpty()) {
            Anchor calendar = new Anchor("/rules/calendar", getTranslation("rules.calendar.open"));
            calendar.setId("open-calendar");
            calendar.addClassName("action");
            head.add(calendar);
        }
        add(head);
        if (data.calendar().lanes().isEmpty()) {
            add(empty());
        }
        for (RuleGroup group : RuleGroup.values()) {
            Section section = group(group, data);
            if (section.getChildren().count() > 1) {
                add(section);
            }
        }
        List<Lane> ended = data.ended();
        if (!ended.isEmpty()) {
            Div lines = new Div();
            lines.addClassName("rule-lines");
            ended.forEach(lane -> lines.add(new RuleLine(lane, data.zone(), data.now())));
            Details details = new Details(getTranslation("rules.ended.count", String.valueOf(ended.size())), lines);
            details.setId("ended");
            add(details);
        }
    }

    private Component empty() {
        if (!shop.may(Permission.EDIT)) {
            return Notices.empty("📏", getTranslation("rules.empty.title"), getTranslation("rules.empty.viewer"));
        }
        Anchor first = new Anchor("/rules/new/exchange", getTranslation("rules.empty.exchange"));
        first.addClassNames("action", "action-primary");
        first.setId("begin");
        Anchor second = new Anchor("/rules/new/threshold-promotion", getTranslation("rules.empty.promotion"));
        second.addClassName("action");
        return Notices.empty(
                "📏", getTranslation("rules.empty.title"), getTranslation("rules.empty.text"), first, second);
    }

    private Section group(RuleGroup group, Data data) {
        Section section = new Section(new H2(getTranslation(group.text())));
        section.addClassName("rule-group");
        Div lines = new Div();
        lines.addClassName("rule-lines");
        Div more = new Div();
        more.addClassName("rule-more");
        for (RuleType type : group.types()) {
            List<Lane> lanes = data.of(type);
            lanes.forEach(lane -> lines.add(new RuleLine(lane, data.zone(), data.now())));
            if (shop.may(Permission.EDIT) && (lanes.isEmpty() || RuleGroup.isPlural(type))) {
                more.add(another(type, !lanes.isEmpty()));
            }
        }
        if (lines.getChildren().findAny().isPresent()) {
            section.add(lines);
        }
        if (more.getChildren().findAny().isPresent()) {
            section.add(more);
        }
        return section;
    }

    private Anchor another(RuleType type, boolean again) {
        String title = RuleWords.title(this, type.key());
        Anchor link = new Anchor("/rules/new/" + type.key());
        link.add(VaadinIcon.PLUS.create(), new Span(again ? getTranslation("rules.add.another", title) : title));
        link.addClassName("rule-add");
        link.setAriaLabel(getTranslation("rules.add", title));
        link.getElement().setAttribute("data-type", type.key());
        return link;
    }
}
