package io.xiaoer.portal.rules;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.xiaoer.rules.Rule;
import io.xiaoer.rules.RuleParams;
import io.xiaoer.rules.RuleVersion;
import java.time.ZoneId;
import java.util.List;

/** Every version of a rule, what it said, and who made it. */
class RuleHistory extends Section {

    private static final long serialVersionUID = 1L;

    RuleHistory(List<RuleVersion> newestFirst, ZoneId zone, int most) {
        addClassNames("card", "rule-history");
        setId("history");
        OrderedList list = new OrderedList();
        list.addClassName("rule-history-list");
        newestFirst.forEach(version -> list.add(line(version, zone)));
        add(new H2(getTranslation("rules.history")), list);
        if (newestFirst.size() == most) {
            Span only = new Span(getTranslation("rules.history.only", String.valueOf(most)));
            only.addClassName("hint");
            add(only);
        }
    }

    private ListItem line(RuleVersion version, ZoneId zone) {
        Rule rule = version.rule();
        RuleParams params = rule.params();
        Span number = new Span(getTranslation("rules.version", String.valueOf(rule.version())));
        number.addClassName("rule-history-number");
        Span said = new Span(
                params == null ? getTranslation("rules.history.withdrawn") : RuleWords.text(this, rule.type(), params));
        Div by = new Div();
        by.addClassName("hint");
        by.setText(getTranslation("rules.history.by", who(version), RuleTimes.minute(version.at(), zone)));
        ListItem line = new ListItem(number, said);
        if (params != null) {
            Span validity = new Span(RuleTimes.validity(this, rule, zone));
            validity.addClassName("hint");
            line.add(validity);
        }
        line.add(by);
        line.getElement().setAttribute("data-version", String.valueOf(rule.version()));
        return line;
    }

    private String who(RuleVersion version) {
        return switch (version.actorKind()) {
            case PLATFORM, OPERATOR -> getTranslation("rules.by.platform");
            case CLIENT -> getTranslation("rules.by.client", version.actor());
            case MEMBER, SHOPPER -> version.actor();
        };
    }
}
