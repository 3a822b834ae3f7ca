package io.xiaoer.shared.internal;

import io.xiaoer.shared.Moment;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;

@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

    /** A fallback, so that a test's own clock wins whatever the order of registration. */
    @Bean
    @Fallback
    Clock systemClock() {
        return Moment.clock();
    }
}
