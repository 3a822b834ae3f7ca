package io.xiaoer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableAsync;

/** The whole platform in one process; {@code admin-ui} adds the portal to the same application. */
@Modulithic(
        systemName = "Xiaoer",
        sharedModules = {"shared", "tenancy"})
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableAsync
public class XiaoerApplication {

    public static void main(String[] args) {
        SpringApplication.run(XiaoerApplication.class, args);
    }
}
