package io.xiaoer.portal.account;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a browser's way of calling itself means to a person.
 *
 * @param browser empty if unknown
 * @param system empty if unknown
 */
record Device(String browser, String system) {

    private record Sign(String text, String name) {}

    /** The more special ones first: most browsers also call themselves by others' names. */
    private static final List<Sign> BROWSERS = List.of(
            new Sign("MicroMessenger", "WeChat"),
            new Sign("DingTalk", "DingTalk"),
            new Sign("QQBrowser", "QQ Browser"),
            new Sign("HuaweiBrowser", "Huawei Browser"),
            new Sign("Edg", "Edge"),
            new Sign("OPR/", "Opera"),
            new Sign("Firefox/", "Firefox"),
            new Sign("FxiOS", "Firefox"),
            new Sign("CriOS", "Chrome"),
            new Sign("Chrome/", "Chrome"),
            new Sign("Safari/", "Safari"));

    private static final List<Sign> SYSTEMS = List.of(
            new Sign("HarmonyOS", "HarmonyOS"),
            new Sign("OpenHarmony", "HarmonyOS"),
            new Sign("iPhone", "iPhone"),
            new Sign("iPad", "iPad"),
            new Sign("Android", "Android"),
            new Sign("Windows", "Windows"),
            new Sign("Macintosh", "macOS"),
            new Sign("CrOS", "ChromeOS"),
            new Sign("Linux", "Linux"));

    static Device of(String userAgent) {
        return new Device(first(BROWSERS, userAgent), first(SYSTEMS, userAgent));
    }

    boolean isKnown() {
        return !browser.isEmpty() || !system.isEmpty();
    }

    boolean isPhone() {
        return List.of("iPhone", "Android", "HarmonyOS").contains(system);
    }

    /** For example {@code Chrome · Windows}. */
    String text() {
        return Stream.of(browser, system).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }

    private static String first(List<Sign> signs, String userAgent) {
        return signs.stream()
                .filter(sign -> userAgent.contains(sign.text()))
                .map(Sign::name)
                .findFirst()
                .orElse("");
    }
}
