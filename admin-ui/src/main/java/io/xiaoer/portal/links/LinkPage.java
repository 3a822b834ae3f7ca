package io.xiaoer.portal.links;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import io.xiaoer.portal.frame.EntrancePage;
import io.xiaoer.portal.frame.Messages;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A page that someone comes to from a letter. */
abstract class LinkPage extends EntrancePage implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(LinkPage.class);

    private final String name;
    private final Div failure = new Div();
    private final Button submit = new Button();
    private String token = "";

    /** @param name begins the page's texts */
    LinkPage(String name) {
        this.name = name;
        addClassName("link-page");
        failure.addClassName("failure");
        failure.getElement().setAttribute("role", "alert");
        submit.setId("submit");
        submit.setDisableOnClick(true);
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_LARGE);
        submit.addClickListener(click -> work());
    }

    /** Fills the card with what the link leads to. */
    abstract void show();

    /** Does what the link is for, with what the fields say. */
    abstract void use();

    /** Marks the fields that a problem names; false if it names none that is shown. */
    abstract boolean mark(Problem problem);

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        token = event.getRouteParameters().get("token").orElse("");
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        super.localeChange(event);
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation(name + ".title") + " · 小二";
    }

    final String token() {
        return token;
    }

    /** Says what went wrong; placed by the page. */
    final Div failure() {
        return failure;
    }

    final void refresh() {
        failure.setVisible(false);
        card.removeAll();
        show();
    }

    /** The button under the fields, with the page's own text. */
    final Button submit() {
        submit.setText(getTranslation(name + ".submit"));
        return submit;
    }

    final void work() {
        failure.setVisible(false);
        try {
            use();
        } catch (Problem problem) {
            tell(problem);
        } catch (RuntimeException e) {
            LOG.error("A link could not be used", e);
            fail(getTranslation("common.failed"));
        } finally {
            submit.setEnabled(true);
        }
    }

    private void tell(Problem problem) {
        if (problem.code() == Code.NOT_FOUND || problem.code() == Code.SUSPENDED) {
            // it ended, or rests, since the page was opened
            refresh();
        } else if (!mark(problem)) {
            fail(Messages.of(this, problem));
        }
    }

    private void fail(String text) {
        failure.setText(text);
        failure.setVisible(true);
    }
}
