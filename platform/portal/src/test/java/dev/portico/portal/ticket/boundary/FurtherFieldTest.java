package dev.portico.portal.ticket.boundary;

import static dev.portico.portal.plugin.control.TestDesks.field;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.i18n.Languages;
import dev.portico.plugin.manifest.Field.Kind;
import dev.portico.portal.account.control.OrganizationOptions;
import dev.portico.portal.language.Reader;
import dev.portico.portal.plugin.control.TestDesks;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FurtherFieldTest {
    private static final Reader ANA = new Reader(Languages.SPANISH, Locale.forLanguageTag("es-MX"), ZoneOffset.UTC);

    @Test
    void choicesAreReadByTheirLabelsAndTheRestAsItWasWritten() {
        var desk = TestDesks.with(
                field("subject", Kind.SUBJECT), field("typed", Kind.SUGGESTION), field("chosen", Kind.CHOICE));

        assertThat(FurtherField.of(
                        desk, Map.of("chosen", "red", "typed", "red", "subject", "red"), OrganizationOptions.NONE, ANA))
                .containsExactly(
                        new FurtherField("typed", "Color", "red", "red"),
                        new FurtherField("chosen", "Color", "red", "Rojo"));
    }

    @Test
    void whatWasLeftEmptyOrIsNoLongerOfferedDoesNoHarm() {
        var desk = TestDesks.with(field("empty", Kind.TEXT), field("chosen", Kind.CHOICE));

        assertThat(FurtherField.of(desk, Map.of("chosen", "blue", "gone", "x"), OrganizationOptions.NONE, ANA))
                .containsExactly(new FurtherField("chosen", "Color", "blue", "blue"));
    }
}
