package io.xiaoer.connectors.internal;

import io.xiaoer.connectors.internal.outward.AllowedHosts;
import io.xiaoer.connectors.internal.outward.GuardedHttp;
import io.xiaoer.tenancy.Schedules;
import java.time.Duration;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.quartz.JobDetail;
import org.quartz.Trigger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ConnectorConfiguration {

    private static final String GROUP = "connectors";

    @Bean
    AllowedHosts allowedHosts(ConnectorSettings settings) {
        return AllowedHosts.parse(settings.allow());
    }

    @Bean
    GuardedHttp guardedHttp(AllowedHosts allowed) {
        return new GuardedHttp(SystemDefaultDnsResolver.INSTANCE, allowed);
    }

    @Bean
    JobDetail deliveryRound() {
        return Schedules.job(DeliveryRound.class, GROUP, "delivery-round");
    }

    @Bean
    Trigger deliveryRoundOften(JobDetail deliveryRound) {
        return Schedules.every(deliveryRound, Duration.ofSeconds(30));
    }

    @Bean
    JobDetail connectorCleanup() {
        return Schedules.job(ConnectorCleanup.class, GROUP, "connector-cleanup");
    }

    @Bean
    Trigger connectorCleanupDaily(JobDetail connectorCleanup) {
        return Schedules.daily(connectorCleanup, 4, 23);
    }
}
