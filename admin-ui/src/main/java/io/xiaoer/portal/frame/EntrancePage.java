package io.xiaoer.portal.frame;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;

/** A page before the login: the brand on one side, a card with what is to be done on the other. */
public abstract class EntrancePage extends Div implements LocaleChangeObserver {

    private static final long serialVersionUID = 1L;

    /** Where the page puts its content. */
    protected final Div card = new Div();

    private final H1 promise = new H1();
    private final Paragraph explanation = new Paragraph();
    private final UnorderedList reasons = new UnorderedList();

    protected EntrancePage() {
        addClassName("entrance");
        Span brand = new Span("小二");
        brand.addClassName("brand");
        Div side = new Div(brand, promise, explanation, reasons);
        side.addClassName("entrance-side");
        card.addClassNames("card", "entrance-card");
        Main main = new Main(new LanguageSwitch(), card);
        main.addClassName("entrance-main");
        add(side, main);
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        promise.setText(getTranslation("brand.promise"));
        explanation.setText(getTranslation("brand.explanation"));
        reasons.removeAll();
        for (String reason : new String[] {"brand.reason.start", "brand.reason.staff", "brand.reason.back"}) {
            reasons.add(new ListItem(getTranslation(reason)));
        }
        event.getUI()
                .getElement()
                .executeJs(
                        "document.documentElement.lang = $0", event.getLocale().toLanguageTag());
    }
}
