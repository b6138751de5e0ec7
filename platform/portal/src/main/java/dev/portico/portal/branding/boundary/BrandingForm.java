package dev.portico.portal.branding.boundary;

import dev.portico.i18n.Languages;
import dev.portico.portal.branding.control.Branding;
import dev.portico.portal.tenant.entity.TenantFooter;
import dev.portico.portal.tenant.entity.TenantFooter.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A branding out of the fields of its form.
 *
 * @param fields the values of a field by its name; none for one that was not sent
 */
record BrandingForm(Function<String, List<String>> fields) {
    /** As many links as the form has rows for. */
    static final int LINKS = 4;

    /** @param hostBefore for those whose form has no field for it */
    Branding read(String hostBefore) {
        return new Branding(
                texts("name-"),
                texts("summary-"),
                text("brand"),
                text("ink"),
                fields.apply("host").stream()
                        .findFirst()
                        .map(host -> host.strip().toLowerCase(Locale.ROOT))
                        .orElse(hostBefore),
                text("default-language"),
                fields.apply("languages"),
                new TenantFooter(texts("footer-"), links()));
    }

    private List<Link> links() {
        var links = new ArrayList<Link>();
        for (var row = 0; row < LINKS; row++) {
            var link = new Link(text("link-" + row + "-href"), texts("link-" + row + "-"));
            if (!link.href().isEmpty() || !link.labels().isEmpty()) {
                links.add(link);
            }
        }
        return links;
    }

    private Map<String, String> texts(String prefix) {
        var texts = new TreeMap<String, String>();
        Languages.SUPPORTED.forEach(language -> texts.put(language.toLanguageTag(), text(prefix + language)));
        texts.values().removeIf(String::isEmpty);
        return texts;
    }

    private String text(String field) {
        return fields.apply(field).stream().findFirst().orElse("").strip();
    }
}
