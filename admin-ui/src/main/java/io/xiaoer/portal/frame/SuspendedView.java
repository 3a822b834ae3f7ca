package io.xiaoer.portal.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.xiaoer.portal.frame.ShopContext.Closed;
import jakarta.annotation.security.PermitAll;
import java.time.format.DateTimeFormatter;
import org.springframework.beans.factory.annotation.Value;

/** All that the members of a suspended shop see: that it is, why, since when, and whom to ask. */
@Route(value = "suspended", autoLayout = false)
@PermitAll
@StyleSheet("context://css/suspended.css")
class SuspendedView extends EntrancePage implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final transient ShopContext shop;
    private final String contact;

    SuspendedView(ShopContext shop, @Value("${xiaoer.contact:}") String contact) {
        this.shop = shop;
        this.contact = contact.strip();
        card.addClassName("entrance-card-wide");
        card.setId("suspended");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (shop.closed().isEmpty()) {
            event.forwardTo("");
        }
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        super.localeChange(event);
        card.removeAll();
        shop.closed().ifPresent(this::show);
    }

    private void show(Closed closed) {
        DescriptionList facts = new DescriptionList();
        facts.addClassName("suspended-facts");
        fact(
                facts,
                "category",
                SuspensionTexts.category(this, closed.suspension().category()));
        fact(facts, "reason", closed.suspension().reason());
        fact(
                facts,
                "at",
                TIME.format(
                        closed.suspension().at().atZoneSameInstant(closed.shop().timeZone())));
        fact(facts, "contact", contact.isEmpty() ? getTranslation("suspended.contact.none") : contact);
        Paragraph kept = new Paragraph(getTranslation("suspended.kept"));
        kept.addClassName("hint");
        card.add(
                new H2(getTranslation("suspended.heading", closed.shop().name())),
                new Paragraph(getTranslation("suspended.lead")),
                facts,
                kept,
                actions());
    }

    private void fact(DescriptionList facts, String name, String value) {
        DescriptionList.Description description = new DescriptionList.Description(value);
        description.setId("suspended-" + name);
        facts.add(new DescriptionList.Term(getTranslation("suspended." + name)), description);
    }

    private Component actions() {
        Button again = new Button(
                getTranslation("suspended.again"),
                click -> getUI().ifPresent(ui -> ui.getPage().setLocation("/")));
        again.setId("look-again");
        again.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button out = new Button(getTranslation("frame.log-out"), click -> shop.logOut());
        out.setId("log-out");
        Div actions = new Div(again, out);
        actions.addClassName("actions");
        return actions;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("suspended.title") + " · 小二";
    }
}
