package io.xiaoer.portal.embed;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.xiaoer.bots.Bot;
import io.xiaoer.portal.frame.ChatLinks;
import io.xiaoer.portal.frame.Messages;

/** What to paste into a shop's pages: first the widget, then what works without a script. */
class SnippetCard extends Div {

    private static final long serialVersionUID = 1L;

    private final Div snippet = new Div();
    private final String server;
    private final String widgetKey;

    SnippetCard(Bot bot, ChatLinks links) {
        this.server = links.server();
        this.widgetKey = bot.widgetKey();
        addClassName("embed-snippets");
        RadioButtonGroup<PageKind> page = new RadioButtonGroup<>();
        page.setLabel(getTranslation("embed.snippet.page"));
        page.setId("snippet-page");
        page.setItems(PageKind.values());
        page.setItemLabelGenerator(choice -> getTranslation(choice.textKey()));
        page.setValue(PageKind.PRODUCT);
        page.addValueChangeListener(change -> show(change.getValue()));
        snippet.setId("widget-snippet");
        snippet.addClassName("embed-snippet");

        Paragraph signed = new Paragraph(new Span(getTranslation("embed.snippet.identity") + " "));
        signed.add(new Anchor("data", getTranslation("embed.snippet.identity.link")));
        signed.addClassName("hint");
        String name = bot.theme().title() == null ? bot.name() : bot.theme().title();
        Div others = new Div(
                Messages.copyable(this, getTranslation("embed.snippet.frame"), Snippets.frame(links.shoppers(), name)),
                Messages.copyable(
                        this,
                        getTranslation("embed.snippet.link"),
                        Snippets.link(links.shoppers(), getTranslation("embed.snippet.link.text"))));
        others.addClassName("embed-snippet");
        Details more = new Details(getTranslation("embed.snippet.others"), others);
        more.setId("other-snippets");
        add(page, snippet, signed, more);
        show(PageKind.PRODUCT);
    }

    private void show(PageKind page) {
        snippet.removeAll();
        snippet.add(
                Messages.copyable(
                        this,
                        getTranslation("embed.snippet.widget"),
                        Snippets.widget(server, widgetKey, page, getTranslation("embed.snippet.sku"))),
                hint("embed.snippet.help." + page.wire()));
        if (page != PageKind.PRODUCT) {
            snippet.add(Messages.copyable(
                    this,
                    getTranslation("embed.snippet.opener"),
                    Snippets.opener(getTranslation("embed.snippet.link.text"))));
        }
    }

    private Component hint(String key) {
        Paragraph hint = new Paragraph(getTranslation(key));
        hint.addClassName("hint");
        return hint;
    }
}
