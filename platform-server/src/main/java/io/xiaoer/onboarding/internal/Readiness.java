package io.xiaoer.onboarding.internal;

import io.xiaoer.onboarding.SignUp;
import io.xiaoer.onboarding.SignUps;
import io.xiaoer.onboarding.SignedUp;
import io.xiaoer.shared.Ids;
import io.xiaoer.tenancy.Directory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Seeds the demo shop on the first start, and says where everything is. */
@Component
class Readiness {

    private static final String DEMO_EMAIL = "demo@xiaoer.example";

    private final SignUps signUps;
    private final Directory directory;
    private final boolean demo;

    Readiness(SignUps signUps, Directory directory, @Value("${xiaoer.demo:false}") boolean demo) {
        this.signUps = signUps;
        this.directory = directory;
        this.demo = demo;
    }

    @EventListener
    @SuppressWarnings("SystemOut") // the lines the run script's user waits for
    void on(ApplicationReadyEvent ready) {
        if (!(ready.getApplicationContext() instanceof WebServerApplicationContext web) || web.getWebServer() == null) {
            return;
        }
        String address = "http://localhost:" + web.getWebServer().getPort();
        if (demo && directory.findLogin(DEMO_EMAIL).isEmpty()) {
            String password = Ids.secret(9);
            SignedUp shop = signUps.signUp(new SignUp("花漾美妆", DEMO_EMAIL, password, "beauty", "zh-CN"));
            System.out.println("Demo shop 花漾美妆, shown once:");
            System.out.println("  log in   " + address + "/login  as " + DEMO_EMAIL + "  password " + password);
            System.out.println("  as staff " + address + "/chat/" + shop.widgetKey() + "#staff=" + shop.staffCode());
        }
        System.out.println("Xiaoer is ready: " + address);
    }
}
