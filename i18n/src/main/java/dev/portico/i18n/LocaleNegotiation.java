package dev.portico.i18n;

import com.ibm.icu.util.LocaleMatcher;
import com.ibm.icu.util.ULocale;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Chooses the UI language and the format locale of a request. The result is always one of the supported locales, never
 * text of the request, so pages may write it unescaped. Thread-safe; nothing here throws on malformed input.
 */
public final class LocaleNegotiation {

    private static final Set<String> REGIONS = Set.of(Locale.getISOCountries());
    private static final Set<String> AREAS = Set.of("001", "150", "419");

    private final List<Locale> supported;
    private final Map<List<Locale>, LocaleMatcher> matchers = new ConcurrentHashMap<>();

    public LocaleNegotiation() {
        this(false);
    }

    /** @param withPseudo whether {@link Languages#PSEUDO} may be chosen, by its exact tag; for development only */
    public LocaleNegotiation(boolean withPseudo) {
        this.supported = Languages.supported(withPseudo);
    }

    /**
     * The first of profile, cookie and Accept-Language that leads to a language of the tenant, else the tenant's
     * default.
     *
     * @param tenantLanguages the languages that the tenant offers; empty means all supported ones
     */
    public Locale negotiate(
            Optional<String> profile,
            Optional<String> cookie,
            Optional<String> acceptLanguage,
            Locale tenantDefault,
            Collection<Locale> tenantLanguages) {
        var offered = offered(tenantLanguages);
        var matcher = matchers.computeIfAbsent(offered, LocaleNegotiation::matcher);
        return Stream.of(profile, cookie, acceptLanguage)
                .flatMap(Optional::stream)
                .flatMap(wish -> best(matcher, LanguageRanges.parse(wish)).stream())
                .findFirst()
                .orElseGet(() -> defaultOf(offered, tenantDefault));
    }

    /**
     * The locale to format dates and numbers in: the UI language with the reader's region, where the reader named one
     * together with that language ({@code es-MX} for a Spanish page), else the UI language alone.
     *
     * @param acceptLanguageOrProfile an Accept-Language header or a language tag
     */
    public Locale formatLocale(String acceptLanguageOrProfile, Locale ui) {
        return LanguageRanges.parse(acceptLanguageOrProfile).stream()
                .filter(wish -> Languages.sameLanguage(wish, ui) && isRegion(wish.getCountry()))
                .map(wish -> new Locale.Builder()
                        .setLanguage(ui.getLanguage())
                        .setRegion(wish.getCountry())
                        .build())
                .findFirst()
                .orElseGet(() -> Locale.forLanguageTag(ui.getLanguage()));
    }

    private List<Locale> offered(Collection<Locale> tenantLanguages) {
        var offered = supported.stream()
                .filter(language -> tenantLanguages.isEmpty()
                        || language.equals(Languages.PSEUDO)
                        || tenantLanguages.stream().anyMatch(other -> Languages.sameLanguage(language, other)))
                .toList();
        return offered.stream().allMatch(Languages.PSEUDO::equals) ? supported : offered;
    }

    private static Locale defaultOf(List<Locale> offered, Locale tenantDefault) {
        return offered.stream()
                .filter(language -> Languages.sameLanguage(language, tenantDefault))
                .findFirst()
                .orElse(offered.get(0));
    }

    private static LocaleMatcher matcher(List<Locale> offered) {
        return LocaleMatcher.builder()
                .setSupportedLocales(offered)
                .setNoDefaultLocale()
                .build();
    }

    private static Optional<Locale> best(LocaleMatcher matcher, List<Locale> wishes) {
        if (wishes.isEmpty()) {
            return Optional.empty();
        }
        var desired = wishes.stream().map(ULocale::forLocale).toList();
        return Optional.ofNullable(matcher.getBestMatchResult(desired).getSupportedLocale());
    }

    /** Only regions that exist: format locales are keys of caches, so their number has to be bounded. */
    private static boolean isRegion(String code) {
        return REGIONS.contains(code) || AREAS.contains(code);
    }
}
