package dev.portico.i18n;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.GregorianCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/** Turns java.util and java.time values into ICU's. */
final class Icu {

    private Icu() {}

    /** Keeps the Gregorian calendar whatever the region: a ticket's dates must read alike to both sides. */
    static ULocale locale(Locale locale) {
        return ULocale.forLocale(locale).setKeywordValue("calendar", "gregorian");
    }

    /** A moment that carries its zone, so that formats need not be made for each zone. */
    static Calendar calendar(Instant moment, ZoneId zone) {
        var calendar = new GregorianCalendar(timeZone(zone), ULocale.ROOT);
        calendar.setTimeInMillis(moment.toEpochMilli());
        return calendar;
    }

    /** By way of java.util, because ICU takes offsets such as {@code +05:30} for an unknown zone. */
    private static TimeZone timeZone(ZoneId zone) {
        return TimeZone.getTimeZone(
                java.util.TimeZone.getTimeZone(zone.normalized()).getID());
    }
}
