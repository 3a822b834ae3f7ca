package io.xiaoer.portal;

import com.vaadin.flow.i18n.DefaultI18NProvider;
import com.vaadin.flow.i18n.I18NProvider;
import io.xiaoer.portal.frame.LanguageSwitch;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The portal's languages; a browser that asks for none of them gets the first. */
@Configuration
class PortalLanguages {

    @Bean
    I18NProvider translations() {
        return new DefaultI18NProvider(LanguageSwitch.LANGUAGES);
    }
}
