package dev.portico.plugin.host;

import static dev.portico.plugin.host.Problems.quote;

import dev.portico.i18n.Languages;
import dev.portico.i18n.MessageBundle;
import dev.portico.plugin.manifest.PluginManifest;
import java.util.Locale;
import java.util.Map;

/** Every text that the manifest names is there in every language. */
final class MessageRules {
    private MessageRules() {}

    static void check(PluginManifest manifest, Map<Locale, MessageBundle> messages, Problems problems) {
        for (var use : MessageKeys.of(manifest)) {
            for (var language : Languages.SUPPORTED) {
                var bundle = messages.get(language);
                problems.require(
                        // a bundle that is missing altogether is one problem, not hundreds
                        bundle == null || bundle.pattern(use.key()).isPresent(),
                        use.place(),
                        "no message " + quote(use.key()) + " in " + language.getDisplayLanguage(Locale.ENGLISH));
            }
        }
    }
}
