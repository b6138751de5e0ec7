package dev.portico.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PseudoLocaleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Save | [Šåṽé]",
                "Hi {name}! | [Ĥî {name}!]",
                "{name} | [{name}]",
                "on {at, date, ::yMMMd} at {at, time, short} | [öñ {at, date, ::yMMMd} åţ {at, time, short}]",
                "{n, plural, one {# case} other {# cases of {who}}} | "
                        + "[{n, plural, one {# çåšé} other {# çåšéš öƒ {who}}}]",
                "{s, select, open {open} other {no}} | [{s, select, open {öþéñ} other {ñö}}]",
                "a&nbsp;b &#160;&#xA0; c&d | [å&nbsp;ƀ &#160;&#xA0; ç&ð]",
                "<b class='x'>bold</b> a < b | [<b class='x'>ƀöļð</b> å < ƀ]",
                "<a href=\"{url}?x=y\">here</a> | [<a href=\"{url}?x=y\">ĥéŕé</a>]",
                "it''s '{'literal'}' | [îţ''š '{'ļîţéŕåļ'}']",
                "a {broken | [a {broken]",
            })
    void accentsOnlyWhatPeopleRead(String pattern, String expected) {
        assertThat(PseudoLocale.pattern(pattern)).isEqualTo(expected);
    }

    @Test
    void theRewrittenPatternTakesTheSameArguments() {
        var pattern =
                "{n, plural, offset:1 =0 {none} one {<i>{who}</i> and # other} other {{when, date} #}} &amp; it''s";
        assertThat(Placeholder.of(PseudoLocale.pattern(pattern))).isEqualTo(Placeholder.of(pattern));
    }
}
