package io.xiaoer.portal.start;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.Route;
import io.xiaoer.bots.BotId;
import io.xiaoer.onboarding.FirstSteps;
import io.xiaoer.onboarding.Progress;
import io.xiaoer.portal.frame.MainLayout;
import io.xiaoer.portal.frame.Place;
import io.xiaoer.portal.frame.ShopContext;
import io.xiaoer.portal.frame.ShopView;
import jakarta.annotation.security.PermitAll;

/** A page of tests that shows nothing but the checklist. */
@Route(value = "checklist-stage", layout = MainLayout.class)
@PermitAll
class ChecklistStage extends ShopView<ChecklistStage.Read> {

    private static final long serialVersionUID = 1L;

    private final transient FirstSteps steps;

    record Read(BotId bot, Progress progress) {}

    ChecklistStage(ShopContext shop, FirstSteps steps) {
        super(shop, "start");
        this.steps = steps;
    }

    @Override
    protected Read read(Place place) {
        BotId bot = shop.bot(place).id();
        return new Read(bot, steps.of(bot));
    }

    @Override
    protected void show(Read read) {
        add(new H1("清单"), new Checklist(shop, steps, read.bot(), read.progress()));
    }
}
