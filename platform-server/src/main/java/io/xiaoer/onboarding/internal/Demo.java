package io.xiaoer.onboarding.internal;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whether this installation shows the demo: its shops are seeded, and their storefronts are open to anyone. */
@Component
class Demo {

    /** Not final, so that a test can open the storefronts of an application that others share. */
    private volatile boolean on;

    Demo(@Value("${xiaoer.demo:false}") boolean on) {
        this.on = on;
    }

    boolean isOn() {
        return on;
    }

    void turn(boolean nowOn) {
        on = nowOn;
    }
}
