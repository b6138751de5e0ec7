package dev.portico.harmonycases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.plugin.TenantView;
import dev.portico.plugin.testkit.PluginUnderTest;
import dev.portico.plugin.testkit.TenantViews;
import dev.portico.plugin.ticket.Submission;
import dev.portico.plugin.ticket.Urgency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductionDownPolicyTest {
    private static final TenantView DEFAULTS =
            TenantViews.of("harmony", PluginUnderTest.read()).view();

    private final ProductionDownPolicy policy = new ProductionDownPolicy();

    @ParameterizedTest
    @CsvSource({
        "produccion caida, Producción Caída",
        "PRODUCCIÓN-CAÍDA, Producción Caída",
        "Urgente: ¡Producción   caída! Ayuda, Producción Caída",
        "caida de produccion desde las 9, Caída de producción",
        "PRODUCTION   DOWN!!, Production Down",
        "[P1] production-down since noon, Production Down",
        "ProdUctIon down, Production Down",
        "ProductionDown, Production Down",
        "PRODUCCIONCAIDA, Producción Caída",
        "¡ProducciónCaída en la planta 2!, Producción Caída",
        "Producción Caída, Producción Caída",
    })
    void wordingMakesACaseUrgentInEitherLanguage(String subject, String phrase) {
        assertThat(assess(DEFAULTS, subject, "")).contains(new Urgency(phrase));
    }

    /** As a Mac writes it: letter and accent apart. */
    @Test
    void accentsMayBeSeparateCharacters() {
        assertThat(assess(DEFAULTS, "Produccio\u0301n Cai\u0301da", "")).contains(new Urgency("Producción Caída"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reproduction downtime",
                "reproductiondownturn",
                "production download fails",
                "Production is slow",
                "down production",
                "producción",
                ""
            })
    void otherWordsDoNot(String subject) {
        assertThat(assess(DEFAULTS, subject, "")).isEmpty();
    }

    @Test
    void descriptionDoesNotCount() {
        assertThat(assess(DEFAULTS, "A question", "Last week we had Production Down"))
                .isEmpty();
    }

    @Test
    void tenantsOwnWordingReplacesTheDefault() {
        var tenant = TenantViews.of("bmc")
                .with("productionDown", Map.of("en", List.of("plant stopped")))
                .view();

        assertThat(assess(tenant, "Plant STOPPED", "")).contains(new Urgency("plant stopped"));
        assertThat(assess(tenant, "Production Down", "")).isEmpty();
    }

    @Test
    void tenantWithoutWordingHasNoUrgentCases() {
        assertThat(assess(TenantViews.of("bmc").view(), "Production Down", "")).isEmpty();
    }

    private Optional<Urgency> assess(TenantView tenant, String subject, String description) {
        return policy.assess(tenant, new Submission("case", subject, description, Map.of()));
    }
}
