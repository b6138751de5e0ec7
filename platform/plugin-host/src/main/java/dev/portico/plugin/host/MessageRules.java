package dev.portico.plugin.host;

import dev.portico.i18n.BundleCheck;
import dev.portico.i18n.Languages;
import dev.portico.i18n.MessageBundle;
import dev.portico.plugin.manifest.PluginManifest;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Every text that the manifest names is there in every language, and every text is well-formed. */
final class MessageRules {
    private MessageRules() {}

    static void check(PluginManifest manifest, Map<Locale, MessageBundle> messages, Problems problems) {
        var english = messages.get(Languages.ENGLISH);
        var spanish = messages.get(Languages.SPANISH);
        // a bundle that is missing altogether is one problem, which was reported, and not hundreds
        if (english != null && spanish != null) {
            checkKeys(manifest, english, problems);
            checkKeys(manifest, spanish, problems);
            checkTexts(manifest, english, spanish, problems);
        }
    }

    private static void checkKeys(PluginManifest manifest, MessageBundle bundle, Problems problems) {
        var language = bundle.language().getLanguage();
        for (var use : MessageKeys.of(manifest)) {
            problems.demand(
                    bundle.pattern(use.key()).isPresent(),
                    use.place(),
                    "plugin.problem.no-message",
                    use.key(),
                    language);
        }
    }

    private static void checkTexts(
            PluginManifest manifest, MessageBundle english, MessageBundle spanish, Problems problems) {
        var named = MessageKeys.of(manifest).stream()
                .map(use -> use.key() + " is missing in ")
                .collect(Collectors.toSet());
        BundleCheck.problems(english, spanish).stream()
                .filter(problem -> named.stream().noneMatch(problem::startsWith))
                .forEach(problem -> problems.add("messages", problem));
    }
}
