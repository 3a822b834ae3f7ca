package io.xiaoer.tenants;

import java.text.MessageFormat;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/** What a letter to a shop's people is put together from: texts in the shop's language, its clock and the platform's address. */
public final class LetterWords {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Shop shop;
    private final ResourceBundle texts;
    private final String address;

    /**
     * @param bundle base name of the texts
     * @param address of the platform, without a slash at its end
     */
    public LetterWords(Shop shop, String bundle, String address) {
        this.shop = shop;
        this.texts = texts(bundle, Locale.forLanguageTag(shop.locale()));
        this.address = address;
    }

    /** The texts in English for who speaks it, in Chinese for everybody else. */
    public static ResourceBundle texts(String bundle, Locale locale) {
        Locale language = locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        return ResourceBundle.getBundle(bundle, language, NO_FALLBACK);
    }

    public Shop shop() {
        return shop;
    }

    /** The language of the texts. */
    public Locale language() {
        return texts.getLocale();
    }

    public String say(String key, Object... parameters) {
        return new MessageFormat(texts.getString(key), texts.getLocale()).format(parameters);
    }

    /** As the shop's clock has it. */
    public String time(OffsetDateTime at) {
        return TIME.format(at.atZoneSameInstant(shop.timeZone()));
    }

    /** @param path of the portal, for example {@code /pilot} */
    public String link(String path) {
        return address + path;
    }
}
