package io.xiaoer.portal.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableConsumer;
import io.xiaoer.releases.ReleaseSummary;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;

/** All releases, newest first; any but the live one can become live again. */
class ReleaseList extends Div {

    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    ReleaseList(
            List<ReleaseSummary> releases,
            int live,
            ZoneId timeZone,
            boolean mayRollBack,
            SerializableConsumer<Integer> rollBack) {
        if (releases.isEmpty()) {
            add(new Paragraph(getTranslation("home.releases.empty")));
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("releases");
        releases.stream()
                .sorted(Comparator.comparingInt(ReleaseSummary::number).reversed())
                .forEach(release -> list.add(line(release, live, timeZone, mayRollBack, rollBack)));
        add(list);
    }

    private ListItem line(
            ReleaseSummary release,
            int live,
            ZoneId timeZone,
            boolean mayRollBack,
            SerializableConsumer<Integer> rollBack) {
        Span number = new Span("#" + release.number());
        number.addClassName("release-number");
        Div note = new Div(release.note());
        Div detail = new Div(getTranslation(
                "home.release.detail",
                String.valueOf(release.entries()),
                release.createdBy(),
                TIME.format(release.createdAt().atZone(timeZone))));
        detail.addClassName("hint");
        Div text = new Div(note, detail);
        text.addClassName("release-text");
        ListItem line = new ListItem(number, text);
        line.getElement().setAttribute("data-release", String.valueOf(release.number()));
        if (release.number() == live) {
            Span badge = new Span(getTranslation("home.release.live"));
            badge.addClassNames("badge", "badge-full");
            line.add(badge);
        } else if (mayRollBack) {
            line.add(rollBackTo(release, rollBack));
        }
        return line;
    }

    private Component rollBackTo(ReleaseSummary release, SerializableConsumer<Integer> rollBack) {
        Button button = new Button(getTranslation("home.roll-back"), click -> rollBack.accept(release.number()));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        return button;
    }
}
