package dev.portico.portal.branding.control;

import dev.portico.portal.audit.control.Change;
import dev.portico.portal.tenant.entity.Tenant;
import dev.portico.portal.tenant.entity.TenantFooter;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a tenant presents itself, as an administrator enters it: maybe wrong, until {@link BrandingRules} were asked.
 *
 * @param names by language tag, as all texts here
 * @param brandInk colour of text on {@code brand}
 * @param host empty for none
 * @param languages tags of those that are offered
 */
public record Branding(
        Map<String, String> names,
        Map<String, String> summaries,
        String brand,
        String brandInk,
        String host,
        String defaultLanguage,
        List<String> languages,
        TenantFooter footer) {
    public Branding {
        names = Map.copyOf(names);
        summaries = Map.copyOf(summaries);
        languages = List.copyOf(languages);
    }

    public static Branding of(Tenant tenant) {
        return new Branding(
                tenant.names(),
                tenant.summaries(),
                tenant.brand(),
                tenant.brandInk(),
                tenant.host().orElse(""),
                tenant.defaultLanguage().toLanguageTag(),
                tenant.languages().stream().map(Locale::toLanguageTag).toList(),
                tenant.footer());
    }

    /** What differs from an earlier state. */
    public List<Change> since(Branding before) {
        var changes = new ArrayList<Change>();
        texts("name", before.names, names, changes);
        texts("summary", before.summaries, summaries, changes);
        text("brand", before.brand, brand, changes);
        text("brandInk", before.brandInk, brandInk, changes);
        text("host", before.host, host, changes);
        text("defaultLanguage", before.defaultLanguage, defaultLanguage, changes);
        text("languages", String.join(", ", before.languages), String.join(", ", languages), changes);
        texts("footer", before.footer.texts(), footer.texts(), changes);
        text("links", lines(before.footer), lines(footer), changes);
        return changes;
    }

    private static void texts(
            String field, Map<String, String> before, Map<String, String> after, List<Change> changes) {
        var languages = new TreeMap<>(before);
        languages.putAll(after);
        languages
                .keySet()
                .forEach(language -> text(
                        field + "." + language,
                        before.getOrDefault(language, ""),
                        after.getOrDefault(language, ""),
                        changes));
    }

    private static void text(String field, String before, String after, List<Change> changes) {
        if (!before.equals(after)) {
            changes.add(new Change(field, orNothing(before), orNothing(after)));
        }
    }

    private static JsonValue orNothing(String text) {
        return text.isEmpty() ? JsonValue.NULL : Json.createValue(text);
    }

    private static String lines(TenantFooter footer) {
        return String.join(
                "\n",
                footer.links().stream()
                        .map(link -> String.join(" / ", new TreeMap<>(link.labels()).values()) + ": " + link.href())
                        .toList());
    }

    String footerJson() {
        JsonArrayBuilder links = Json.createArrayBuilder();
        footer.links()
                .forEach(link -> links.add(
                        Json.createObjectBuilder().add("href", link.href()).add("labels", object(link.labels()))));
        return Json.createObjectBuilder()
                .add("texts", object(footer.texts()))
                .add("links", links)
                .build()
                .toString();
    }

    static JsonObjectBuilder object(Map<String, String> texts) {
        var object = Json.createObjectBuilder();
        new TreeMap<>(texts).forEach(object::add);
        return object;
    }
}
