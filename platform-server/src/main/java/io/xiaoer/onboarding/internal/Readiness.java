package io.xiaoer.onboarding.internal;

import io.xiaoer.onboarding.SignedUp;
import io.xiaoer.onboarding.internal.DemoShops.Login;
import io.xiaoer.onboarding.internal.DemoShops.Seeded;
import io.xiaoer.onboarding.internal.DemoShops.Shopper;
import java.util.Locale;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Seeds the demo shops on the first start, and says where everything is. */
@Component
class Readiness {

    private final DemoShops demoShops;
    private final Demo demo;

    Readiness(DemoShops demoShops, Demo demo) {
        this.demoShops = demoShops;
        this.demo = demo;
    }

    @EventListener
    @SuppressWarnings("SystemOut") // the lines the run script's user waits for
    void on(ApplicationReadyEvent ready) {
        if (!(ready.getApplicationContext() instanceof WebServerApplicationContext web) || web.getWebServer() == null) {
            return;
        }
        String address = "http://localhost:" + web.getWebServer().getPort();
        if (demo.isOn()) {
            Seeded seeded = demoShops.areThere() ? null : demoShops.seed(true);
            System.out.println("Demo, begin here: " + address + "/demo");
            if (seeded != null) {
                show(address, seeded);
            }
        }
        System.out.println("Xiaoer is ready: " + address);
    }

    @SuppressWarnings("SystemOut")
    private static void show(String address, Seeded seeded) {
        System.out.println("Demo shops, shown once; log in at " + address + "/login");
        for (Login login : seeded.logins()) {
            System.out.printf(
                    "  %s %-6s as %s  password %s%n",
                    login.shop(), login.role().name().toLowerCase(Locale.ROOT), login.email(), login.password());
        }
        for (Shopper shopper : seeded.shoppers()) {
            System.out.printf(
                    "  as %s, a shopper of %s, for a day %s/chat/%s#identity=%s%n",
                    shopper.name(), shopper.shop(), address, shopper.widgetKey(), shopper.identity());
        }
        SignedUp first = seeded.first();
        System.out.println("  as staff " + address + "/chat/" + first.widgetKey() + "#staff=" + first.staffCode());
    }
}
