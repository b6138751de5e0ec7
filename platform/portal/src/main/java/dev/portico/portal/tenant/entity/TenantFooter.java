package dev.portico.portal.tenant.entity;

import dev.portico.i18n.Languages;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What stands at the foot of a tenant's pages.
 *
 * @param texts by language tag; none where the portal's own words do
 */
public record TenantFooter(Map<String, String> texts, List<Link> links) {
    public static final TenantFooter NONE = new TenantFooter(Map.of(), List.of());

    public TenantFooter {
        texts = Map.copyOf(texts);
        links = List.copyOf(links);
    }

    /**
     * A link to another site.
     *
     * @param labels by language tag
     */
    public record Link(String href, Map<String, String> labels) {
        public Link {
            labels = Map.copyOf(labels);
        }

        public String label(Locale language) {
            return TenantFooter.text(labels, language);
        }
    }

    /** Empty where there is none. */
    public String text(Locale language) {
        return text(texts, language);
    }

    private static String text(Map<String, String> texts, Locale language) {
        var english = texts.getOrDefault(Languages.ENGLISH.getLanguage(), "");
        return texts.getOrDefault(language.getLanguage(), english);
    }
}
