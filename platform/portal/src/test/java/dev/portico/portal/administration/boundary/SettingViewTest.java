package dev.portico.portal.administration.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.plugin.settings.Setting;
import dev.portico.plugin.settings.SettingType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingViewTest {
    private static final List<Setting> SCHEMA = List.of(
            setting("products", SettingType.OPTIONS),
            setting("team", SettingType.EMAILS),
            setting("phrases", SettingType.PHRASES),
            setting("title", SettingType.TEXT));

    @ParameterizedTest
    @CsvSource({
        "title, title",
        "team, team",
        "team[2], team",
        "phrases.es[3], phrases-es",
        "phrases.es, phrases-es",
        "phrases, phrases-en",
        "products, products",
        "products[12].id, products-12-id",
        "products[0].labels.es, products-0-es",
        "products[0].labels, products-0"
    })
    void aProblemStandsBesideTheInputThatItIsAbout(String place, String input) {
        assertThat(SettingView.inputAt(SCHEMA, place)).isEqualTo(input);
    }

    private static Setting setting(String id, SettingType type) {
        return new Setting(id, type, "label", Optional.empty(), false, Optional.empty());
    }
}
