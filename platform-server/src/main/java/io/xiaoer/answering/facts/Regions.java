package io.xiaoer.answering.facts;

import io.xiaoer.shopdata.Order;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where goods go to: the place the message names, or that of the newest order. */
final class Regions {

    private static final List<String> PROVINCES = List.of(
            "北京", "天津", "上海", "重庆", "河北", "山西", "辽宁", "吉林", "黑龙江", "江苏", "浙江", "安徽", "福建", "江西", "山东", "河南", "湖北", "湖南",
            "广东", "海南", "四川", "贵州", "云南", "陕西", "甘肃", "青海", "台湾", "内蒙古", "广西", "西藏", "宁夏", "新疆", "香港", "澳门");
    private static final Pattern PLACE = Pattern.compile(
            "(?:发|送|寄|到|在|去)(?<place>[\\p{IsHan}]{2,6}?)(?:能|可以|要|吗|多久|几天|多少|的?运费|邮费|包邮|送不送|送得到|$|[，,？?])");

    private Regions() {}

    /** Whether a place that is in none of the regions is certainly outside: its province is known, and the regions are provinces or it is told more closely. */
    static boolean canTell(@Nullable String place, List<String> regions) {
        if (place == null) {
            return false;
        }
        return PROVINCES.stream()
                .filter(place::contains)
                .findFirst()
                .map(province -> place.length() > province.length() + 1
                        || regions.stream()
                                .allMatch(region -> PROVINCES.stream().anyMatch(region::startsWith)))
                .orElse(false);
    }

    static @Nullable String of(Inquiry in, List<String> known) {
        for (String region : known) {
            if (in.message.contains(region)) {
                return region;
            }
        }
        for (String province : PROVINCES) {
            if (in.message.contains(province)) {
                return province;
            }
        }
        Matcher place = PLACE.matcher(in.message);
        if (place.find() && place.group("place").matches(".*[市区县省州镇村]")) {
            return place.group("place");
        }
        return in.situation.records().orders().stream()
                .map(Order::shipTo)
                .filter(java.util.Objects::nonNull)
                .map(Order.ShipTo::region)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
