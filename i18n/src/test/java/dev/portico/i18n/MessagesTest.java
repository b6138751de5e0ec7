package dev.portico.i18n;

import static dev.portico.i18n.Languages.ENGLISH;
import static dev.portico.i18n.Languages.PSEUDO;
import static dev.portico.i18n.Languages.SPANISH;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesTest {

    private static final Locale MEXICO = Locale.forLanguageTag("es-MX");
    private static final Locale SPAIN = Locale.forLanguageTag("es-ES");
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Instant MOMENT = Instant.parse("2026-11-22T15:30:00Z");

    private enum Status {
        OPEN {
            @Override
            public String toString() {
                return "never shown";
            }
        }
    }

    @Test
    void theTestsRunWhereDefaultsWouldShow() {
        assertThat(Locale.getDefault().getLanguage()).isEqualTo("tr");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0 | 0 casos", "1 | 1 caso", "2 | 2 casos", "1000000 | 1.000.000 de casos"})
    void spanishHasThreePlurals(long count, String expected) {
        var messages = es("{n, plural, one {# caso} many {# de casos} other {# casos}}");
        assertThat(messages.text(SPANISH, SPAIN, ZoneOffset.UTC, "k", Map.of("n", count)))
                .isEqualTo(expected);
    }

    @Test
    void numbersFollowTheRegion() {
        var messages = es("{n}");
        assertThat(messages.text(SPANISH, MEXICO, ZoneOffset.UTC, "k", Map.of("n", 1234567.5)))
                .isEqualTo("1,234,567.5");
        assertThat(messages.text(SPANISH, SPAIN, ZoneOffset.UTC, "k", Map.of("n", 1234567.5)))
                .isEqualTo("1.234.567,5");
    }

    @Test
    void datesFollowRegionAndZone() {
        var messages = es("{when, date, short} {when, time, short}");
        var args = Map.of("when", MOMENT);
        assertThat(messages.text(SPANISH, SPAIN, TOKYO, "k", args)).isEqualTo("23/11/26 0:30");
        assertThat(plainSpaces(messages.text(SPANISH, MEXICO, ZoneOffset.UTC, "k", args)))
                .isEqualTo("22/11/26 3:30 p.m.");
    }

    @Test
    void zonesDoNotStickToACachedFormat() {
        var messages = en("{when, time, ::Hm}");
        var args = Map.of("when", MOMENT);
        for (var i = 0; i < 3; i++) {
            assertThat(messages.text(ENGLISH, ENGLISH, TOKYO, "k", args)).isEqualTo("00:30");
            assertThat(messages.text(ENGLISH, ENGLISH, ZoneOffset.ofHoursMinutes(5, 30), "k", args))
                    .isEqualTo("21:00");
            assertThat(messages.text(ENGLISH, ENGLISH, ZoneId.of("UTC-03:00"), "k", args))
                    .isEqualTo("12:30");
        }
    }

    @Test
    void localDatesKeepTheirDayInAnyZone() {
        var messages = en("{day, date, ::yMMMd}");
        for (var zone : List.of("Pacific/Kiritimati", "Pacific/Pago_Pago", "America/Sao_Paulo", "Z")) {
            var args = Map.of("day", LocalDate.of(2018, 11, 4));
            assertThat(messages.text(ENGLISH, ENGLISH, ZoneId.of(zone), "k", args))
                    .isEqualTo("Nov 4, 2018");
        }
    }

    @Test
    void datesInsidePluralsUseTheReadersZone() {
        var messages = en("{n, plural, one {one case at {at, time, ::Hm}} other {# cases at {at, time, ::Hm}}}");
        assertThat(messages.text(ENGLISH, ENGLISH, TOKYO, "k", Map.of("n", 2, "at", MOMENT)))
                .isEqualTo("2 cases at 00:30");
    }

    @Test
    void aBarePlaceholderWritesMomentsForTheReader() {
        var messages = en("{a}|{b}|{c}");
        var args = Map.of("a", MOMENT, "b", LocalDate.of(2026, 1, 2), "c", LocalDateTime.of(2026, 1, 2, 13, 4));
        assertThat(plainSpaces(messages.text(ENGLISH, ENGLISH, TOKYO, "k", args)))
                .isEqualTo("Nov 23, 2026, 12:30 AM|Jan 2, 2026|Jan 2, 2026, 1:04 PM");
    }

    @Test
    void datesStayGregorianInEveryRegion() {
        var messages = en("{when, date, ::y}");
        assertThat(messages.text(ENGLISH, Locale.forLanguageTag("en-TH"), TOKYO, "k", Map.of("when", MOMENT)))
                .isEqualTo("2026");
    }

    @Test
    void enumsSelectByNameAndAbsenceIsEmpty() {
        var messages = en("{s, select, OPEN {open} other {?}}<{none}><{gone}><{there}>");
        var args = new HashMap<String, Object>();
        args.put("s", Status.OPEN);
        args.put("none", null);
        args.put("gone", Optional.empty());
        args.put("there", Optional.of("x"));
        assertThat(messages.text(ENGLISH, ENGLISH, TOKYO, "k", args)).isEqualTo("open<><><x>");
    }

    @Test
    void severalThingsAreListedAsTheLanguageDoesIt() {
        var people = Map.of("people", List.of("Ana", "Luz", "Inés"));
        assertThat(es("Pídelo a {people}.").text(SPANISH, SPAIN, ZoneOffset.UTC, "k", people))
                .isEqualTo("Pídelo a Ana, Luz e Inés.");
        assertThat(en("Ask {people}.").text(ENGLISH, Locale.US, ZoneOffset.UTC, "k", people))
                .isEqualTo("Ask Ana, Luz, and Inés.");
    }

    @Test
    void argumentsAreNeverReadAsPatterns() {
        var messages = en("Subject: {subject}");
        assertThat(messages.text(ENGLISH, ENGLISH, TOKYO, "k", Map.of("subject", "{evil} ''' {0}")))
                .isEqualTo("Subject: {evil} ''' {0}");
    }

    @Test
    void apostrophesReadTheSameWithAndWithoutArguments() {
        assertThat(en("It's here").text(ENGLISH, "k")).isEqualTo("It's here");
        assertThat(en("It''s {x}").text(ENGLISH, ENGLISH, TOKYO, "k", Map.of("x", "y")))
                .isEqualTo("It's y");
    }

    @Test
    void theFirstBundleOfALanguageWinsAndEnglishIsTheLastResort() {
        var messages = new Messages(List.of(
                bundle("tenant", ENGLISH, Map.of("a", "tenant en")),
                bundle("plugin", SPANISH, Map.of("a", "plugin es")),
                bundle("plugin", ENGLISH, Map.of("a", "plugin en", "b", "plugin en")),
                bundle("portal", SPANISH, Map.of("a", "portal es", "c", "portal es")),
                bundle("portal", ENGLISH, Map.of("b", "portal en", "c", "portal en", "d", "portal en"))));
        assertThat(List.of("a", "b", "c", "d"))
                .extracting(key -> messages.text(SPANISH, key))
                .containsExactly("plugin es", "plugin en", "portal es", "portal en");
        assertThat(messages.text(ENGLISH, "a")).isEqualTo("tenant en");
        assertThat(messages.text(Locale.GERMAN, "a")).isEqualTo("tenant en");
        assertThat(messages.has(SPANISH, "d")).isTrue();
        assertThat(messages.has(SPANISH, "e")).isFalse();
    }

    @Test
    void textThatFallsBackToEnglishUsesEnglishGrammar() {
        var messages = en("{n, plural, one {# case} other {# cases}} of {n}");
        assertThat(messages.text(SPANISH, SPAIN, TOKYO, "k", Map.of("n", 12345)))
                .isEqualTo("12,345 cases of 12,345");
    }

    @Test
    void missingKeysShowThemselvesAndAreLoggedOnce() {
        var messages = new Messages(List.of());
        var logged = logged(() -> {
            for (var i = 0; i < 5; i++) {
                assertThat(messages.text(SPANISH, "case.gone")).isEqualTo("⟦case.gone⟧");
            }
        });
        assertThat(logged).singleElement().satisfies(entry -> {
            assertThat(entry.getLevel()).isEqualTo(java.util.logging.Level.WARNING);
            assertThat(entry.getMessage()).contains("case.gone").contains("es");
        });
    }

    @Test
    void brokenPatternsAndWrongArgumentsShowTheKey() {
        var broken = en("{n, plural, one {");
        var wrong = en("{n, plural, one {#} other {#}}");
        var logged = logged(() -> {
            assertThat(broken.text(ENGLISH, "k")).isEqualTo("⟦k⟧");
            assertThat(wrong.text(ENGLISH, ENGLISH, TOKYO, "k", Map.of("n", "no number")))
                    .isEqualTo("⟦k⟧");
        });
        assertThat(logged).hasSize(2);
        assertThat(wrong.text(ENGLISH, ENGLISH, TOKYO, "k", Map.of("n", 3))).isEqualTo("3");
    }

    @Test
    void thePseudoLocaleRewritesEnglish() {
        var messages = en("Hello {name}");
        assertThat(messages.text(PSEUDO, ENGLISH, TOKYO, "k", Map.of("name", "Ana")))
                .isEqualTo("[Ĥéļļö Ana]");
        assertThat(messages.text(PSEUDO, "gone")).isEqualTo("⟦gone⟧");
    }

    @Test
    void eightThreadsGetTheirOwnTexts() throws Exception {
        var messages = es("{who}: {n, plural, one {# caso} many {# de casos} other {# casos}} {at, time, ::Hms}");
        var pool = Executors.newFixedThreadPool(8);
        try {
            var tasks = new ArrayList<Callable<Void>>();
            for (var thread = 0; thread < 8; thread++) {
                tasks.add(readers(messages, thread));
            }
            for (var done : pool.invokeAll(tasks)) {
                done.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static Callable<Void> readers(Messages messages, int thread) {
        var zone = ZoneOffset.ofHours(thread);
        var locale = thread % 2 == 0 ? MEXICO : SPAIN;
        return () -> {
            for (var i = 2; i < 4_000; i++) {
                var at = Instant.ofEpochSecond(36_000 + i);
                var expected = "t%d: %s casos %s"
                        .formatted(
                                thread,
                                new Formats(locale, zone).number(i),
                                at.atOffset(zone).toLocalTime().format(java.time.format.DateTimeFormatter.ISO_TIME));
                var args = Map.of("who", "t" + thread, "n", i, "at", at);
                assertThat(messages.text(SPANISH, locale, zone, "k", args)).isEqualTo(expected);
            }
            return null;
        };
    }

    @Test
    void thePoolOfFormatsStaysBounded() {
        for (var i = 0; i < FormatPool.MOST_FORMATS + 500; i++) {
            en("{x} " + i).text(ENGLISH, ENGLISH, TOKYO, "k", Map.of("x", i));
        }
        assertThat(FormatPool.size()).isPositive().isLessThanOrEqualTo(FormatPool.MOST_FORMATS);
    }

    private static List<LogRecord> logged(Runnable action) {
        var records = Collections.synchronizedList(new ArrayList<LogRecord>());
        var handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                records.add(entry);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        var logger = Logger.getLogger(Messages.class.getName());
        logger.addHandler(handler);
        try {
            action.run();
        } finally {
            logger.removeHandler(handler);
        }
        return records;
    }

    /** ICU puts narrow and non-breaking spaces into times; which one is of no interest here. */
    private static String plainSpaces(String text) {
        return text.replaceAll("[\\u00A0\\u202F]", " ");
    }

    private static Messages en(String pattern) {
        return new Messages(List.of(bundle("test", ENGLISH, Map.of("k", pattern))));
    }

    private static Messages es(String pattern) {
        return new Messages(List.of(bundle("test", SPANISH, Map.of("k", pattern))));
    }

    private static MessageBundle bundle(String origin, Locale language, Map<String, String> patterns) {
        return MessageBundle.of(origin, language, patterns);
    }
}
