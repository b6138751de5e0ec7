package dev.portico.systemstatus;

import dev.portico.plugin.TenantView;
import dev.portico.plugin.settings.SettingFault;
import dev.portico.plugin.settings.SettingsCheck;
import dev.portico.plugin.text.Text;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import org.pf4j.Extension;

/** A language that is none would mark what the provider writes as of a language that is none. */
@Extension
public class StatusSettings implements SettingsCheck {
    @Override
    public List<SettingFault> check(TenantView tenant) {
        return tenant
                .settings()
                .text("providerLanguage")
                .filter(tag -> !isLanguage(tag))
                .map(tag -> new SettingFault("providerLanguage", Text.of("settings.language.none")))
                .stream()
                .toList();
    }

    private static boolean isLanguage(String tag) {
        try {
            return List.of(Locale.getISOLanguages())
                    .contains(new Locale.Builder()
                            .setLanguageTag(tag.strip())
                            .build()
                            .getLanguage());
        } catch (IllformedLocaleException none) {
            return false;
        }
    }
}
