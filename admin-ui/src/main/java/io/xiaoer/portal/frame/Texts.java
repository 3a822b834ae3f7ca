package io.xiaoer.portal.frame;

import com.vaadin.flow.i18n.I18NProvider;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The portal's texts: every {@code i18n/FEATURE_LANGUAGE.properties} on the class path, in UTF-8, together. A text with
 * parameters is a {@link MessageFormat}. Each key is in one file only, and in every language; a test holds to that.
 */
public final class Texts implements I18NProvider {

    /** What the portal can speak; a browser that asks for none of them gets the first. */
    public static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(Texts.class);

    private final Map<Locale, HashMap<String, String>> texts = new HashMap<>();

    public Texts() {
        LANGUAGES.forEach(language -> texts.put(language, read(language)));
    }

    private static HashMap<String, String> read(Locale language) {
        HashMap<String, String> all = new HashMap<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:i18n/*_" + language + ".properties")) {
                Properties properties = new Properties();
                try (Reader reader = new java.io.InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                for (String key : properties.stringPropertyNames()) {
                    if (all.put(key, properties.getProperty(key)) != null) {
                        throw new IllegalStateException("The text " + key + " is in two files, one is " + file);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return LANGUAGES;
    }

    /** All keys of a language. */
    Map<String, String> all(Locale language) {
        return Map.copyOf(texts.getOrDefault(language, new HashMap<>()));
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... parameters) {
        Locale language =
                Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? Locale.ENGLISH : LANGUAGES.getFirst();
        String text = texts.getOrDefault(language, new HashMap<>()).get(key);
        if (text == null) {
            LOG.warn("There is no text {} in {}", key, language);
            return key;
        }
        return parameters.length == 0 ? text : new MessageFormat(text, language).format(parameters);
    }
}
