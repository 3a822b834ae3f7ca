package io.xiaoer.portal;

import com.vaadin.flow.i18n.I18NProvider;
import io.xiaoer.portal.frame.Texts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The portal's languages. */
@Configuration
class PortalLanguages {

    @Bean
    I18NProvider translations() {
        return new Texts();
    }
}
