package dev.portico.portal.branding.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.tenant.entity.TenantFooter;
import dev.portico.portal.tenant.entity.TenantFooter.Link;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrandingRulesTest {
    private static final Map<String, String> BOTH = Map.of("en", "Support", "es", "Soporte");

    @Test
    void whatAProgrammeMayBe() {
        assertThat(problems(branding("#1d4ed8", "#ffffff", "support.example.com", List.of("en", "es"))))
                .isEmpty();
        assertThat(problems(branding("#ffd400", "#14171c", "", List.of("es")))).isEmpty();
    }

    @Test
    void textThatCanHardlyBeReadIsToldWithItsRatioAndTheNearestColour() {
        var problem = BrandingRules.problems(branding("#f59e0b", "#ffffff", "", List.of("es")), "portal.example")
                .get(0);
        assertThat(problem.field()).isEqualTo("brand");
        assertThat(problem.args().get("ratio")).isEqualTo(2.14);
        var nearest =
                Colour.parse(String.valueOf(problem.args().get("nearest"))).orElseThrow();
        assertThat(Colour.WHITE.readableOn(nearest)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "portal.example",
                "localhost",
                "127.0.0.1",
                "[::1]",
                "a..b",
                "-a.example",
                "a.example:8080",
                "a.example/x",
                "*.example.com",
                "exämple.com",
                "a b.example",
                "https://a.example"
            })
    void aHostIsANameThatIsNotThePortals(String host) {
        assertThat(problems(branding("#1d4ed8", "#ffffff", host, List.of("es"))))
                .containsExactly("host");
    }

    @Test
    void inEveryLanguageOfferedThereIsSomethingToRead() {
        var onlyEnglish = new Branding(
                Map.of("en", "Support"),
                BOTH,
                "#1d4ed8",
                "#ffffff",
                "",
                "en",
                List.of("en", "es"),
                new TenantFooter(Map.of(), List.of(new Link("https://a.example", Map.of("en", "Terms")))));
        assertThat(problems(onlyEnglish)).containsExactly("name-es", "link-0-es");
    }

    @Test
    void theDefaultIsOneOfTheLanguagesOffered() {
        assertThat(problems(branding("#1d4ed8", "#ffffff", "", List.of("en")))).containsExactly("default-language");
        assertThat(problems(branding("#1d4ed8", "#ffffff", "", List.of()))).containsExactly("languages");
        assertThat(problems(branding("#1d4ed8", "#ffffff", "", List.of("es", "fr"))))
                .containsExactly("languages");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "http://a.example",
                "//a.example",
                "https:///x",
                "https://user:pw@a.example",
                "data:,x",
                "https://a.example/ x",
                "/harmony"
            })
    void aLinkLeadsToTheWeb(String href) {
        var linked = new Branding(
                BOTH,
                BOTH,
                "#1d4ed8",
                "#ffffff",
                "",
                "es",
                List.of("es"),
                new TenantFooter(Map.of(), List.of(new Link(href, BOTH))));
        assertThat(problems(linked)).containsExactly("link-0-href");
    }

    @Test
    void aTextIsOneLineOfSomeLength() {
        var texts = Map.of("en", "Line\nbreak", "es", "x".repeat(301));
        var footer = new TenantFooter(texts, List.of());
        assertThat(problems(new Branding(
                        Map.of("es", "x".repeat(61)), texts, "#1d4ed8", "#ffffff", "", "es", List.of("es"), footer)))
                .containsExactly("summary-en", "footer-en", "name-es", "summary-es", "footer-es");
    }

    private static List<String> problems(Branding branding) {
        return BrandingRules.problems(branding, "portal.example").stream()
                .map(FieldProblem::field)
                .toList();
    }

    private static Branding branding(String brand, String ink, String host, List<String> languages) {
        return new Branding(BOTH, BOTH, brand, ink, host, "es", languages, TenantFooter.NONE);
    }
}
