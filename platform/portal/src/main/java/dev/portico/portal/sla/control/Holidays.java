package dev.portico.portal.sla.control;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Predicate;

/** The public holidays of a country and, where one is named, a part of it. */
final class Holidays {
    private Holidays() {}

    /**
     * @param place country and parts of it as ISO 3166 writes them, with slashes: {@code us}, {@code de/by}
     * @throws IllegalArgumentException where the country is not known
     */
    static Predicate<LocalDate> of(String place) {
        var parts = place.toLowerCase(Locale.ROOT).split("/");
        var within = java.util.Arrays.copyOfRange(parts, 1, parts.length);
        var country = country(parts[0]);
        return day -> country.isHoliday(day, HolidayType.PUBLIC_HOLIDAY, within);
    }

    private static HolidayManager country(String code) {
        try {
            return HolidayManager.getInstance(ManagerParameters.create(code));
        } catch (IllegalStateException e) {
            throw new IllegalArgumentException("No holidays are known for " + code, e);
        }
    }
}
