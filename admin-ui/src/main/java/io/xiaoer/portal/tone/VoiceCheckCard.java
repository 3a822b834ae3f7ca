package io.xiaoer.portal.tone;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.xiaoer.answering.VoiceCheck.Result;
import io.xiaoer.answering.VoiceCheck.Slip;
import io.xiaoer.portal.frame.BackgroundWork;
import io.xiaoer.portal.frame.Messages;
import io.xiaoer.portal.frame.Notices;
import io.xiaoer.portal.frame.ShopContext;
import io.xiaoer.shared.Problem;
import io.xiaoer.tone.TonePreset;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks on demand that every answer says the same in every voice, and names those that do not. */
class VoiceCheckCard extends Section {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(VoiceCheckCard.class);
    private static final int SHOWN = 10;

    private final transient ShopContext shop;
    private final transient Supplier<Supplier<Result>> check;
    private final transient Function<String, String> link;
    private final Button begin;
    private final Div found = new Div();

    /**
     * @param check what is to be checked as the form is now
     * @param link makes an address that stays with the bot
     */
    VoiceCheckCard(ShopContext shop, Supplier<Supplier<Result>> check, Function<String, String> link) {
        this.shop = shop;
        this.check = check;
        this.link = link;
        addClassNames("card", "tone-check");
        setId("voice-check");
        Paragraph lead = new Paragraph(getTranslation("tone.check.lead"));
        lead.addClassName("hint");
        begin = new Button(getTranslation("tone.check"), VaadinIcon.CHECK_CIRCLE_O.create(), click -> begin());
        begin.setId("check-voice");
        found.setId("voice-check-result");
        found.getElement().setAttribute("role", "status");
        add(new H2(getTranslation("tone.check.title")), lead, begin, found);
    }

    private void begin() {
        begin.setEnabled(false);
        found.removeAll();
        found.add(Notices.loading(getTranslation("tone.check.running")));
        BackgroundWork.begin(this, shop, check.get(), this::show, this::fail);
    }

    private void fail(RuntimeException e) {
        begin.setEnabled(true);
        found.removeAll();
        if (e instanceof Problem problem) {
            Messages.failure(Messages.of(this, problem));
        } else {
            LOG.error("The voices could not be checked", e);
            Messages.failure(getTranslation("common.failed"));
        }
    }

    private void show(Result result) {
        begin.setEnabled(true);
        found.removeAll();
        if (result.slips().isEmpty()) {
            Paragraph fine = new Paragraph(
                    getTranslation("tone.check.fine", result.entries(), result.voices(), result.wordings()));
            fine.addClassName("tone-check-fine");
            found.add(fine);
            return;
        }
        List<String> entries =
                result.slips().stream().map(Slip::entryKey).distinct().toList();
        found.add(new Paragraph(getTranslation("tone.check.some", entries.size(), result.entries())));
        UnorderedList list = new UnorderedList();
        list.addClassName("tone-banned-list");
        entries.stream()
                .limit(SHOWN)
                .map(key -> result.slips().stream()
                        .filter(slip -> slip.entryKey().equals(key))
                        .findFirst()
                        .orElseThrow())
                .forEach(slip -> list.add(line(slip)));
        found.add(list);
        if (entries.size() > SHOWN) {
            found.add(new Paragraph(getTranslation("tone.check.more", entries.size() - SHOWN)));
        }
    }

    private ListItem line(Slip slip) {
        TonePreset preset = slip.preset();
        Span voice = new Span(getTranslation(
                preset == null
                        ? "tone.check.own"
                        : "tone.preset." + preset.name().toLowerCase(Locale.ROOT)));
        voice.addClassName("badge");
        Div why = new Div();
        why.addClassName("hint");
        if (!slip.lost().isEmpty()) {
            why.add(new Div(getTranslation("tone.check.lost", String.join("、", slip.lost()))));
        }
        if (!slip.added().isEmpty()) {
            why.add(new Div(getTranslation("tone.check.added", String.join("、", slip.added()))));
        }
        return new ListItem(
                new Div(new Anchor(link.apply("/knowledge/" + slip.entryKey()), slip.question()), voice), why);
    }
}
