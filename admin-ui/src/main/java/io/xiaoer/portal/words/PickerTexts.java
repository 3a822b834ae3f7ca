package io.xiaoer.portal.words;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A calendar in the reader's language. */
public final class PickerTexts {

    private PickerTexts() {}

    public static DatePickerI18n of(Component place) {
        Locale locale = UI.getCurrent().getLocale();
        List<DayOfWeek> days = List.of(
                DayOfWeek.SUNDAY,
                DayOfWeek.MONDAY,
                DayOfWeek.TUESDAY,
                DayOfWeek.WEDNESDAY,
                DayOfWeek.THURSDAY,
                DayOfWeek.FRIDAY,
                DayOfWeek.SATURDAY);
        DatePickerI18n texts = new DatePickerI18n();
        texts.setMonthNames(Arrays.stream(Month.values())
                .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                .toList());
        texts.setWeekdays(days.stream()
                .map(day -> day.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                .toList());
        texts.setWeekdaysShort(days.stream()
                .map(day -> day.getDisplayName(TextStyle.NARROW_STANDALONE, locale))
                .toList());
        texts.setDateFormat("yyyy-MM-dd");
        texts.setFirstDayOfWeek(1);
        texts.setToday(place.getTranslation("words.today"));
        texts.setCancel(place.getTranslation("common.cancel"));
        return texts;
    }
}
