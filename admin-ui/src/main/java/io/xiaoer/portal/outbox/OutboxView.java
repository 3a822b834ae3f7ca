package io.xiaoer.portal.outbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.xiaoer.mail.Carriage;
import io.xiaoer.mail.Letters;
import io.xiaoer.mail.Outbox;
import io.xiaoer.mail.OutboxLetter;
import io.xiaoer.portal.frame.LanguageSwitch;
import io.xiaoer.portal.frame.Notices;
import io.xiaoer.portal.frame.ShopContext;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.Permission;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Letters kept in memory where no mail server is set; with one, there is no such page. Owners read their own shop's, and
 * whoever has the key that was printed at the start reads everybody's.
 */
@Route(value = "outbox", autoLayout = false)
@AnonymousAllowed
@StyleSheet("context://css/people.css")
class OutboxView extends Div implements BeforeEnterObserver, LocaleChangeObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'");

    private final transient ShopContext shop;
    private final transient Outbox outbox;
    private final transient Letters letters;
    private final Main main = new Main();
    private String key = "";

    OutboxView(ShopContext shop, Outbox outbox, Letters letters) {
        this.shop = shop;
        this.outbox = outbox;
        this.letters = letters;
        addClassNames("frame", "outbox");
        Anchor brand = new Anchor("/", "小二");
        brand.addClassName("brand");
        add(new Header(brand, new LanguageSwitch()), main);
        main.addClassName("view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (letters.carriage() != Carriage.OUTBOX) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("outbox.title") + " · 小二";
    }

    private void refresh() {
        main.removeAll();
        Div head =
                new Div(new Div(new H1(getTranslation("outbox.title")), new Paragraph(getTranslation("outbox.lead"))));
        head.addClassName("view-head");
        main.add(head);
        if (!key.isEmpty()) {
            show(outbox.everybodys(key));
        } else if (shop.member().isPresent() && shop.may(Permission.ADMINISTER)) {
            show(shop.call(outbox::letters));
        } else {
            main.add(askKey());
        }
    }

    private Component askKey() {
        PasswordField field = new PasswordField(getTranslation("outbox.key"));
        field.setId("outbox-key");
        field.setHelperText(getTranslation("outbox.key.help"));
        field.setManualValidation(true);
        field.setErrorMessage(getTranslation("outbox.key.wrong"));
        field.getElement().setAttribute("autocomplete", "off");
        field.addKeyPressListener(Key.ENTER, press -> open(field));
        Button open = new Button(getTranslation("outbox.open"), click -> open(field));
        open.setId("outbox-open");
        open.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div form = new Div(field, open);
        form.addClassNames("card", "form");
        return form;
    }

    private void open(PasswordField field) {
        try {
            outbox.everybodys(field.getValue());
        } catch (Problem problem) {
            field.setInvalid(true);
            return;
        }
        key = field.getValue();
        refresh();
    }

    private void show(List<OutboxLetter> kept) {
        if (kept.isEmpty()) {
            Button again = new Button(getTranslation("outbox.refresh"), click -> refresh());
            main.add(Notices.empty(
                    "📭", getTranslation("outbox.empty.title"), getTranslation("outbox.empty.text"), again));
        }
        kept.forEach(letter -> main.add(letter(letter)));
    }

    private Component letter(OutboxLetter kept) {
        Span to = new Span(getTranslation("outbox.to", kept.letter().to()));
        to.addClassName("hint");
        Span at = new Span(TIME.format(kept.at().withOffsetSameInstant(ZoneOffset.UTC)));
        at.addClassName("hint");
        Div about = new Div(to, at);
        about.addClassName("outbox-about");
        Div text = new Div();
        text.addClassName("outbox-text");
        for (LetterText.Piece piece : LetterText.pieces(kept.letter().text())) {
            text.add(piece.isLink() ? new Anchor(piece.text(), piece.text()) : new Span(piece.text()));
        }
        Article card = new Article(new H2(kept.letter().subject()), about, text);
        card.addClassNames("card", "outbox-letter");
        card.getElement().setAttribute("data-to", kept.letter().to());
        return card;
    }
}
