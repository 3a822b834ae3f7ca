package io.xiaoer.rules;

import java.util.List;
import java.util.regex.Pattern;

/** Places as shops and shoppers write them, from 「新疆」 to 「新疆维吾尔自治区乌鲁木齐市」. */
final class Regions {
    private static final Pattern KIND = Pattern.compile("((壮族|回族|维吾尔)?自治区|特别行政区|省|市)$");

    private Regions() {}

    /** Whether the place lies in one of the regions. */
    static boolean hold(List<String> regions, String place) {
        return regions.stream().map(Regions::name).anyMatch(region -> !region.isEmpty() && place.contains(region));
    }

    /** Whether one of the regions lies in the place, which then says too little to tell. */
    static boolean within(List<String> regions, String place) {
        String name = name(place);
        return !name.isEmpty() && regions.stream().anyMatch(region -> region.contains(name));
    }

    private static String name(String place) {
        String whole = place.strip();
        String name = KIND.matcher(whole).replaceFirst("");
        return name.length() < 2 ? whole : name;
    }
}
