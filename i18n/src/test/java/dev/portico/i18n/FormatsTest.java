package dev.portico.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T15:30:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en-US | Nov 22, 2026, 9:30 AM | Nov 22, 2026 | 9:30 AM",
                "en-GB | 22 Nov 2026, 09:30 | 22 Nov 2026 | 09:30",
                "es-ES | 22 nov 2026, 9:30 | 22 nov 2026 | 9:30",
                "es-MX | 22 nov 2026, 9:30 a.m. | 22 nov 2026 | 9:30 a.m.",
            })
    void momentsFollowRegionAndZone(String locale, String dateTime, String date, String time) {
        var formats = formats(locale);
        assertThat(plainSpaces(formats.dateTime(NOW))).isEqualTo(dateTime);
        assertThat(formats.date(NOW)).isEqualTo(date);
        assertThat(formats.date(LocalDate.of(2026, 11, 22))).isEqualTo(date);
        assertThat(plainSpaces(formats.time(NOW))).isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource({"en-US", "es-MX", "ar-EG-u-nu-arab"})
    void whatProgramsReadFollowsTheZoneAlone(String locale) {
        assertThat(formats(locale).iso(NOW)).isEqualTo("2026-11-22 09:30");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PT0S | now | ahora",
                "PT59S | now | ahora",
                "PT-59S | now | ahora",
                "PT1M | 1 minute ago | hace 1 minuto",
                "PT3M59S | 3 minutes ago | hace 3 minutos",
                "PT-3M | in 3 minutes | dentro de 3 minutos",
                "PT23H59M | 23 hours ago | hace 23 horas",
                "P1D | 1 day ago | hace 1 día",
                "P29D | 29 days ago | hace 29 días",
                "P30D | 1 month ago | hace 1 mes",
                "P364D | 12 months ago | hace 12 meses",
                "P800D | 2 years ago | hace 2 años",
            })
    void distancesReadInOneUnit(Duration ago, String english, String spanish) {
        assertThat(formats("en").relative(NOW.minus(ago), NOW)).isEqualTo(english);
        assertThat(formats("es").relative(NOW.minus(ago), NOW)).isEqualTo(spanish);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0 bytes | 0 bytes",
                "1 | 1 byte | 1 byte",
                "999 | 999 bytes | 999 bytes",
                "1000 | 1 kB | 1 kB",
                "2400000 | 2.4 MB | 2,4 MB",
                "999949 | 999.9 kB | 999,9 kB",
                "999950 | 1 MB | 1 MB",
                "10000000000 | 10 GB | 10 GB",
                "9223372036854775807 | 9,223,372 TB | 9.223.372 TB",
            })
    void sizesReadInTheNearestUnit(long bytes, String english, String spanish) {
        assertThat(plainSpaces(formats("en").bytes(bytes))).isEqualTo(english);
        assertThat(plainSpaces(formats("es-ES").bytes(bytes))).isEqualTo(spanish);
    }

    @Test
    void numbersAndListsFollowTheLocale() {
        assertThat(formats("es-MX").number(1_234_567)).isEqualTo("1,234,567");
        assertThat(formats("es-ES").number(1_234_567)).isEqualTo("1.234.567");
        assertThat(formats("en").list(List.of("a", "b", "c"))).isEqualTo("a, b, and c");
        assertThat(formats("es").list(List.of("Ana", "Inés"))).isEqualTo("Ana e Inés");
        assertThat(formats("es").list(List.of())).isEmpty();
    }

    @Test
    void numbersGroupAsTheyDoInMessages() {
        var messages = new Messages(List.of(
                MessageBundle.of("test", Languages.SPANISH, Map.of("k", "{n}", "p", "{n, plural, other {#}}"))));
        for (var number : List.of(999L, 1_000L, 9_999L, 10_000L, -1_234L)) {
            for (var locale : List.of("es", "es-ES", "es-MX", "es-419")) {
                var formats = formats(locale);
                assertThat(List.of("k", "p"))
                        .extracting(key -> messages.text(Languages.SPANISH, formats, key, Map.of("n", number)))
                        .containsOnly(formats.number(number));
            }
        }
    }

    @Test
    void manyThreadsShareTheFormatters() {
        var english = formats("en");
        var spanish = formats("es-ES");
        IntStream.range(2, 20_000).parallel().forEach(i -> {
            var minutes = 2 + i % 50;
            assertThat(english.relative(NOW.minusSeconds(minutes * 60L), NOW)).isEqualTo(minutes + " minutes ago");
            assertThat(spanish.relative(NOW.minusSeconds(minutes * 60L), NOW))
                    .isEqualTo("hace " + minutes + " minutos");
            assertThat(plainSpaces(spanish.bytes(minutes * 100_000L + 1_000_000)))
                    .isEqualTo("%d%s MB".formatted(1 + minutes / 10, minutes % 10 == 0 ? "" : "," + minutes % 10));
        });
    }

    private static Formats formats(String locale) {
        return new Formats(Locale.forLanguageTag(locale), ZoneId.of("America/Mexico_City"));
    }

    private static String plainSpaces(String text) {
        return text.replaceAll("[\\u00A0\\u202F]", " ");
    }
}
