package dev.portico.portal.profile.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.portal.language.Zones;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SettingsChoicesTest {
    private static final Locale SPANISH = Locale.forLanguageTag("es");

    @Test
    void formatsAreThoseOfTheLanguageWithTheOneInUseFirst() {
        var choices = FormatChoices.of(SPANISH, Locale.forLanguageTag("es-MX"));
        assertThat(choices).startsWith(Locale.forLanguageTag("es-MX")).doesNotHaveDuplicates();
        assertThat(choices).allMatch(choice -> choice.getLanguage().equals("es"));
    }

    @Test
    void aRegionIsKeptInAnotherLanguage() {
        assertThat(FormatChoices.fit(Locale.US, SPANISH)).isEqualTo(Locale.forLanguageTag("es-US"));
        assertThat(FormatChoices.fit(Locale.ENGLISH, SPANISH)).isEqualTo(SPANISH);
    }

    @Test
    void aZoneIsFoundAsPeopleTypeIt() {
        assertThat(Zones.find(" america/new york ")).contains(ZoneId.of("America/New_York"));
        assertThat(Zones.find("AFRICA/TRIPOLI")).contains(ZoneId.of("Africa/Tripoli"));
        assertThat(Zones.find("UTC")).contains(ZoneId.of("UTC"));
        assertThat(Zones.find("")).isEmpty();
        assertThat(Zones.find("Mars/Olympus")).isEmpty();
        assertThat(Zones.find("+25:00")).isEmpty();
    }

    @Test
    void onlyPlacesAreOffered() {
        assertThat(Zones.all(Instant.parse("2026-01-15T12:00:00Z")))
                .extracting(Zones.Zone::id)
                .contains("Europe/Madrid", "Pacific/Auckland")
                .doesNotContain("Etc/GMT+1", "EST5EDT");
    }

    @Test
    void theOffsetIsThatOfTheMoment() {
        assertThat(Zones.all(Instant.parse("2026-07-15T12:00:00Z")))
                .contains(new Zones.Zone("Europe/Madrid", "+02:00"));
        assertThat(Zones.all(Instant.parse("2026-01-15T12:00:00Z")))
                .contains(new Zones.Zone("Europe/Madrid", "+01:00"));
    }
}
