package dev.portico.portal.profile.boundary;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The format locales to choose from: a language's own regions, and the one that the person has. */
final class FormatChoices {
    private static final List<String> ENGLISH = List.of("US", "GB", "CA", "AU", "IE", "IN", "NZ", "ZA");
    private static final List<String> SPANISH =
            List.of("ES", "MX", "AR", "CL", "CO", "CR", "EC", "PE", "UY", "US", "419");

    private FormatChoices() {}

    static List<Locale> of(Locale language, Locale current) {
        var regions = language.getLanguage().equals("es") ? SPANISH : ENGLISH;
        return Stream.concat(
                        Stream.of(fit(current, language)), regions.stream().map(region -> locale(language, region)))
                .distinct()
                .toList();
    }

    /** The same region in another language: formats follow the language of the texts. */
    static Locale fit(Locale format, Locale language) {
        return locale(language, format.getCountry());
    }

    private static Locale locale(Locale language, String region) {
        return new Locale.Builder()
                .setLanguage(language.getLanguage())
                .setRegion(region)
                .build();
    }
}
