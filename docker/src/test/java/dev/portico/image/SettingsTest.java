package dev.portico.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void the_table_has_each_setting_of_the_code_and_no_other() {
        var settings =
                Settings.injected().stream().map(Settings::variable).collect(Collectors.toCollection(TreeSet::new));
        assertThat(settings).contains("PORTICO_DB_URL", "PORTICO_DB_PASSWORD", "PORTICO_KEYCLOAK_CLIENT_SECRET");
        settings.addAll(Settings.ofEntryPoint());
        assertThat(Settings.documented()).isEqualTo(settings);
    }

    @Test
    void what_the_table_says_may_be_a_file_the_entry_point_takes_as_one() {
        var handedOn = Settings.secrets().stream().map(line -> line.get(0)).toList();
        assertThat(handedOn).containsExactlyInAnyOrderElementsOf(Settings.documentedAsFile());
    }

    @Test
    void a_secret_is_handed_on_under_the_name_that_the_code_asks_for() {
        assertThat(Settings.secrets()).isNotEmpty().allSatisfy(line -> assertThat(Settings.variable(line.get(1)))
                .isEqualTo(line.get(0)));
        assertThat(Settings.injected())
                .containsAll(
                        Settings.secrets().stream().map(line -> line.get(1)).toList());
    }
}
