package dev.portico.portal.branding.control;

import dev.portico.i18n.Languages;
import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.tenant.entity.TenantFooter.Link;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What is wrong with a branding, all of it at once; fields as in the form. */
public final class BrandingRules {
    static final int LONGEST_NAME = 60;
    static final int LONGEST_TEXT = 300;
    private static final int LONGEST_ADDRESS = 500;
    private static final List<String> KNOWN =
            Languages.SUPPORTED.stream().map(Locale::toLanguageTag).toList();
    private static final Pattern HOST =
            Pattern.compile("(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    private final Branding branding;
    private final String portalHost;
    private final List<FieldProblem> problems = new ArrayList<>();

    private BrandingRules(Branding branding, String portalHost) {
        this.branding = branding;
        this.portalHost = portalHost;
    }

    /** @param portalHost the portal's own, under which all tenants are found */
    public static List<FieldProblem> problems(Branding branding, String portalHost) {
        var rules = new BrandingRules(branding, portalHost);
        rules.checkLanguages();
        for (var language : KNOWN) {
            rules.checkText("name-" + language, branding.names().getOrDefault(language, ""), language, LONGEST_NAME);
            rules.checkText(
                    "summary-" + language, branding.summaries().getOrDefault(language, ""), language, LONGEST_TEXT);
            rules.checkLength("footer-" + language, branding.footer().texts().getOrDefault(language, ""), LONGEST_TEXT);
        }
        rules.checkColours();
        rules.checkHost();
        var links = branding.footer().links();
        for (var i = 0; i < links.size(); i++) {
            rules.checkLink(i, links.get(i));
        }
        return List.copyOf(rules.problems);
    }

    private void checkLanguages() {
        var offered = branding.languages();
        if (offered.isEmpty() || !KNOWN.containsAll(offered)) {
            problems.add(new FieldProblem("languages", "branding.problem.languages"));
        } else if (!offered.contains(branding.defaultLanguage())) {
            problems.add(new FieldProblem("default-language", "branding.problem.default-language"));
        }
    }

    /** In every language that visitors may choose there is something to read. */
    private void checkText(String field, String text, String language, int most) {
        if (text.isBlank() && branding.languages().contains(language)) {
            problems.add(new FieldProblem(field, "branding.problem.missing"));
        }
        checkLength(field, text, most);
    }

    private void checkLength(String field, String text, int most) {
        if (text.length() > most) {
            problems.add(new FieldProblem(field, "branding.problem.long", Map.of("limit", most)));
        } else if (text.codePoints().anyMatch(Character::isISOControl)) {
            problems.add(new FieldProblem(field, "branding.problem.line"));
        }
    }

    private void checkColours() {
        var brand = Colour.parse(branding.brand());
        var ink = Colour.parse(branding.brandInk());
        if (brand.isEmpty() || ink.isEmpty()) {
            problems.add(new FieldProblem("brand", "branding.problem.colour"));
        } else if (!ink.get().readableOn(brand.get())) {
            problems.add(new FieldProblem(
                    "brand",
                    "branding.problem.contrast",
                    Map.of(
                            "ratio",
                            Math.floor(ink.get().contrast(brand.get()) * 100) / 100,
                            "required",
                            Colour.READABLE,
                            "nearest",
                            brand.get().nearestFor(ink.get()).toString())));
        }
    }

    /** The host decides whose pages an address shows, so it may be neither the portal's nor something that is no name. */
    private void checkHost() {
        var host = branding.host();
        if (!host.isEmpty() && (!HOST.matcher(host).matches() || host.equals(portalHost))) {
            problems.add(new FieldProblem("host", "branding.problem.host"));
        }
    }

    private void checkLink(int index, Link link) {
        if (link.href().length() > LONGEST_ADDRESS || !leadsToTheWeb(link.href())) {
            problems.add(new FieldProblem("link-" + index + "-href", "branding.problem.link"));
        }
        for (var language : KNOWN) {
            checkText(
                    "link-" + index + "-" + language, link.labels().getOrDefault(language, ""), language, LONGEST_NAME);
        }
    }

    private static boolean leadsToTheWeb(String href) {
        try {
            var address = new URI(href);
            return "https".equalsIgnoreCase(address.getScheme())
                    && address.getHost() != null
                    && address.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
