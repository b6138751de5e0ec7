package dev.portico.portal.tenant.entity;

import dev.portico.i18n.Languages;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A support programme's directory entry. The id is the first segment of its addresses and the name of its realm.
 *
 * @param staff whether this is the staff's own realm, which holds accounts but no tickets
 * @param host a host name that is this tenant's own, without the id in the path
 * @param names by language tag
 * @param summaries by language tag
 * @param zone where the programme's support team works; dates fall back to it
 * @param brand CSS colour
 * @param brandInk CSS colour of text on {@code brand}
 * @param logo SHA-256 of the image
 * @param version of this entry
 * @param wordsVersion changes with the tenant's own words
 * @param termsVersion the newest of the terms; 0 where there are none
 */
public record Tenant(
        String id,
        boolean staff,
        Optional<String> host,
        Map<String, String> names,
        Map<String, String> summaries,
        Locale defaultLanguage,
        List<Locale> languages,
        ZoneId zone,
        String brand,
        String brandInk,
        long maxFileBytes,
        int maxFiles,
        TenantFooter footer,
        Optional<String> logo,
        long version,
        long wordsVersion,
        Admission admission,
        int termsVersion) {
    public static final String STAFF = "staff";

    /** One that has no more to show than its name and colour. */
    public Tenant(
            String id,
            boolean staff,
            Optional<String> host,
            Map<String, String> names,
            Map<String, String> summaries,
            Locale defaultLanguage,
            List<Locale> languages,
            ZoneId zone,
            String brand,
            String brandInk,
            long maxFileBytes,
            int maxFiles) {
        this(
                id,
                staff,
                host,
                names,
                summaries,
                defaultLanguage,
                languages,
                zone,
                brand,
                brandInk,
                maxFileBytes,
                maxFiles,
                TenantFooter.NONE,
                Optional.empty(),
                0,
                0,
                Admission.CLOSED,
                0);
    }

    public String name(Locale language) {
        return text(names, language);
    }

    public String summary(Locale language) {
        return text(summaries, language);
    }

    /** The brand as custom properties, for an element's style attribute. */
    public String brandStyle() {
        return "--brand:" + brand + ";--brand-ink:" + brandInk;
    }

    private String text(Map<String, String> texts, Locale language) {
        var text = texts.get(language.getLanguage());
        return text != null ? text : texts.getOrDefault(Languages.ENGLISH.getLanguage(), id);
    }
}
