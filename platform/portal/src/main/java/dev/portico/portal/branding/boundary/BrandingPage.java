package dev.portico.portal.branding.boundary;

import dev.portico.i18n.Languages;
import dev.portico.portal.branding.control.Branding;
import dev.portico.portal.branding.control.Colour;
import dev.portico.portal.branding.control.LogoFile;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Names;
import dev.portico.portal.language.Texts;
import dev.portico.portal.login.CurrentUser;
import dev.portico.portal.login.PendingForms;
import dev.portico.portal.page.FormProblems;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.control.TenantDirectory;
import dev.portico.portal.tenant.entity.Tenant;
import dev.portico.portal.tenant.entity.TenantFooter.Link;
import dev.portico.portal.web.Access;
import dev.portico.portal.web.CurrentRoute;
import dev.portico.portal.web.Links;
import dev.portico.portal.web.Notices;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** How a tenant presents itself, for its administrators (J5). The page itself wears what is saved. */
@Named
@RequestScoped
public class BrandingPage {
    @Inject
    Brandings brandings;

    @Inject
    TenantContext tenants;

    @Inject
    TenantDirectory directory;

    @Inject
    PendingForms pendingForms;

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentUser user;

    @Inject
    CurrentRoute route;

    @Inject
    CurrentReader reader;

    @Inject
    Texts texts;

    @Inject
    Links links;

    @Inject
    Notices notices;

    @Inject
    FormProblems problems;

    @SuppressWarnings("NullAway.Init")
    private Branding entered;

    private long version;

    /** A language's texts, side by side with those of the others. */
    public record LanguageFields(String tag, String label, boolean offered, boolean standard) {}

    /** A row of the links at the foot of the page. */
    public record LinkRow(int index, int number, String href, Map<String, String> labels) {
        public String label(String language) {
            return labels.getOrDefault(language, "");
        }
    }

    @PostConstruct
    void load() {
        entered = Branding.of(tenant());
        version = tenant().version();
        if (FacesContext.getCurrentInstance().isPostback()) {
            var sent = request.getParameterMap();
            take(name -> List.of(sent.getOrDefault(name, new String[0])));
        } else {
            pendingForms
                    .take(route.pathWithoutQuery(), user.subject())
                    .ifPresent(form -> take(name -> form.values().getOrDefault(name, List.of())));
        }
    }

    /** What was typed, if it was that form of the page that was sent. */
    private void take(Function<String, List<String>> fields) {
        fields.apply("version").stream()
                .filter(typed -> typed.matches("[0-9]{1,18}"))
                .findFirst()
                .ifPresent(typed -> {
                    version = Long.parseLong(typed);
                    entered = new BrandingForm(fields).read(tenant().host().orElse(""));
                });
    }

    private Tenant tenant() {
        return tenants.require();
    }

    public void save() throws IOException {
        act(() -> brandings.change(entered, version));
    }

    public void saveLogo() throws IOException {
        var file = uploaded();
        act(() -> brandings.changeLogo(file));
    }

    public void removeLogo() throws IOException {
        act(brandings::removeLogo);
    }

    private byte[] uploaded() throws IOException {
        try {
            var part = request.getPart("logo");
            if (part != null) {
                try (var content = part.getInputStream()) {
                    return content.readNBytes(LogoFile.MOST_BYTES + 1);
                }
            }
        } catch (ServletException noFiles) {
            // as if none was chosen
        }
        return new byte[0];
    }

    private void act(Runnable change) throws IOException {
        try {
            change.run();
            notices.success("branding.saved", Map.of("tenant", tenantName()));
            FacesContext.getCurrentInstance().getExternalContext().redirect(links.staffBranding(tenant().id()));
        } catch (PortalException problem) {
            problems.take(problem);
            if (problem.kind() == PortalException.Kind.OUTDATED) {
                // Who saves again has been told that they replace something.
                directory.forget();
                version = directory.byId(tenant().id()).map(Tenant::version).orElse(version);
            }
        }
    }

    public String tenantName() {
        return tenant().name(reader.get().ui());
    }

    public Branding entered() {
        return entered;
    }

    public long version() {
        return version;
    }

    public List<LanguageFields> languages() {
        return Languages.SUPPORTED.stream()
                .map(language -> new LanguageFields(
                        language.toLanguageTag(),
                        Names.ofLanguage(language),
                        entered.languages().contains(language.toLanguageTag()),
                        entered.defaultLanguage().equals(language.toLanguageTag())))
                .toList();
    }

    public List<LinkRow> linkRows() {
        var filled = entered.footer().links();
        return IntStream.range(0, BrandingForm.LINKS)
                .mapToObj(index -> {
                    var link = index < filled.size() ? filled.get(index) : new Link("", Map.of());
                    return new LinkRow(index, index + 1, link.href(), link.labels());
                })
                .toList();
    }

    public String name(String language) {
        return entered.names().getOrDefault(language, "");
    }

    public String summary(String language) {
        return entered.summaries().getOrDefault(language, "");
    }

    public String footer(String language) {
        return entered.footer().texts().getOrDefault(language, "");
    }

    public boolean lightText() {
        return !darkText();
    }

    public boolean darkText() {
        return entered.brandInk().equals(Colour.INK.toString());
    }

    /** What the entered colours look like together; nothing where they are none. */
    public String sample() {
        return Colour.parse(entered.brand()).isPresent()
                        && Colour.parse(entered.brandInk()).isPresent()
                ? "--brand:" + entered.brand() + ";--brand-ink:" + entered.brandInk()
                : "";
    }

    public String white() {
        return Colour.WHITE.toString();
    }

    public String ink() {
        return Colour.INK.toString();
    }

    /** The domain decides whose pages an address shows, so it is the platform's matter. */
    public boolean hostEditable() {
        return user.may(Access.PLATFORM_ADMIN);
    }

    public List<FormProblems.Problem> problems() {
        return problems.list(labels());
    }

    private Map<String, String> labels() {
        var labels = new LinkedHashMap<String, String>();
        label(labels, "languages", "branding.languages");
        label(labels, "default-language", "branding.default-language");
        for (var language : languages()) {
            label(labels, "name-" + language.tag(), "branding.name", language.label());
            label(labels, "summary-" + language.tag(), "branding.summary", language.label());
            label(labels, "footer-" + language.tag(), "branding.footer", language.label());
        }
        label(labels, "brand", "branding.colour");
        label(labels, "host", "branding.host");
        label(labels, "logo", "branding.logo");
        for (var row : linkRows()) {
            var link = texts.text(reader.get(), "branding.link", Map.of("number", row.number()));
            labels.put("link-" + row.index() + "-href", link);
            languages().forEach(language -> labels.put("link-" + row.index() + "-" + language.tag(), link));
        }
        return labels;
    }

    private void label(Map<String, String> labels, String field, String key) {
        labels.put(field, texts.text(reader.get(), key));
    }

    private void label(Map<String, String> labels, String field, String key, String language) {
        var text = texts.text(reader.get(), key);
        labels.put(field, texts.text(reader.get(), "branding.in", Map.of("label", text, "language", language)));
    }

    /** What is wrong with one input; empty if nothing. */
    public String problem(String input) {
        return problems.of(input);
    }
}
