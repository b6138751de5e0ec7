package dev.portico.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.i18n.Languages;
import dev.portico.portal.account.entity.Account.Notifications;
import dev.portico.portal.account.entity.Account.Preferences;
import dev.portico.portal.web.Readers.Wishes;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadersTest {
    private static final Locale MEXICO = Locale.forLanguageTag("es-MX");
    private static final Preferences SPANISH =
            new Preferences(Languages.SPANISH, MEXICO, ZoneId.of("America/Mexico_City"), Notifications.ALL);

    private final Readers readers = new Readers(false);

    @Test
    void theProfileCountsBeforeCookieAndBrowser() {
        var reader = readers.read(wishes(SPANISH, "en", "Europe/Madrid", "en-GB", false), Optional.of(Tenants.HARMONY));
        assertThat(reader.ui()).isEqualTo(Languages.SPANISH);
        assertThat(reader.formats().format()).isEqualTo(MEXICO);
        assertThat(reader.formats().zone()).isEqualTo(ZoneId.of("America/Mexico_City"));
    }

    @Test
    void theCookieCountsBeforeTheBrowser() {
        var reader = readers.read(wishes(null, "es", "Europe/Madrid", "en-GB", false), Optional.of(Tenants.HARMONY));
        assertThat(reader.ui()).isEqualTo(Languages.SPANISH);
        assertThat(reader.formats().zone()).isEqualTo(ZoneId.of("Europe/Madrid"));
    }

    @Test
    void theBrowserCountsBeforeTheTenant() {
        var reader = readers.read(wishes(null, null, null, "en-GB,en;q=0.9", false), Optional.of(Tenants.BMC));
        assertThat(reader.ui()).isEqualTo(Languages.ENGLISH);
        assertThat(reader.formats().format()).isEqualTo(Locale.UK);
        assertThat(reader.formats().zone()).isEqualTo(Tenants.BMC.zone());
    }

    @Test
    void theTenantDecidesWhereNobodySaysAnything() {
        var reader = readers.read(wishes(null, "xx", "Nowhere/Town", "ja", false), Optional.of(Tenants.BMC));
        assertThat(reader.ui()).isEqualTo(Languages.SPANISH);
        assertThat(reader.formats().zone()).isEqualTo(Tenants.BMC.zone());
    }

    @Test
    void withoutATenantTimesAreUniversal() {
        var reader = readers.read(wishes(null, null, null, null, false), Optional.empty());
        assertThat(reader.ui()).isEqualTo(Languages.ENGLISH);
        assertThat(reader.formats().zone()).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void aCallerOfTheApiChoosesByTheHeader() {
        var reader = readers.read(wishes(SPANISH, null, null, "en", true), Optional.of(Tenants.HARMONY));
        assertThat(reader.ui()).isEqualTo(Languages.ENGLISH);
        var silent = readers.read(wishes(SPANISH, null, null, null, true), Optional.of(Tenants.HARMONY));
        assertThat(silent.ui()).isEqualTo(Languages.SPANISH);
    }

    @Test
    void thePseudoLocaleHasToBeSwitchedOn() {
        var wishes = wishes(null, "en-XA", null, null, false);
        assertThat(readers.read(wishes, Optional.empty()).ui()).isEqualTo(Languages.ENGLISH);
        assertThat(new Readers(true).read(wishes, Optional.empty()).ui()).isEqualTo(Languages.PSEUDO);
    }

    private static Wishes wishes(Preferences profile, String cookie, String zone, String header, boolean explicit) {
        return new Wishes(
                Optional.ofNullable(profile),
                Optional.ofNullable(cookie),
                Optional.ofNullable(zone),
                Optional.ofNullable(header),
                explicit);
    }
}
