package io.xiaoer.portal.frame;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.VaadinSession;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who one is, in which language and look, and the way out. */
class AccountMenu extends MenuBar {

    private static final long serialVersionUID = 1L;

    /**
     * @param role what the person is, in the language shown
     * @param page where the person looks after the account; null for none
     */
    AccountMenu(String email, String role, @Nullable String page, Command logOut) {
        addThemeVariants(MenuBarVariant.LUMO_TERTIARY_INLINE);
        Avatar avatar = new Avatar(email);
        avatar.setTooltipEnabled(true);
        MenuItem me = addItem(avatar);
        me.setId("account-menu");
        me.setAriaLabel(getTranslation("frame.account"));
        Div who = new Div(new Span(email), new Span(role));
        who.addClassName("frame-who");
        me.getSubMenu().addComponent(who);
        if (page != null) {
            me.getSubMenu()
                    .addItem(
                            getTranslation("frame.my-account"),
                            click -> UI.getCurrent().navigate(page))
                    .setId("my-account");
        }
        MenuItem language = me.getSubMenu().addItem(getTranslation("frame.language"));
        for (Locale choice : Texts.LANGUAGES) {
            MenuItem item = language.getSubMenu()
                    .addItem(
                            LanguageSwitch.nameOf(choice),
                            click -> VaadinSession.getCurrent().setLocale(choice));
            item.setCheckable(true);
            item.setChecked(choice.equals(getLocale()));
        }
        MenuItem look = me.getSubMenu().addItem(getTranslation("frame.look"));
        for (ColorScheme.Value value :
                List.of(ColorScheme.Value.SYSTEM, ColorScheme.Value.LIGHT, ColorScheme.Value.DARK)) {
            look.getSubMenu()
                    .addItem(
                            getTranslation("frame.look." + value.name().toLowerCase(Locale.ROOT)),
                            click -> Appearance.choose(UI.getCurrent(), value));
        }
        me.getSubMenu().addSeparator();
        me.getSubMenu()
                .addItem(getTranslation("frame.log-out"), click -> logOut.execute())
                .setId("log-out");
    }
}
