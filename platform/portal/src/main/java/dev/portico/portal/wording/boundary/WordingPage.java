package dev.portico.portal.wording.boundary;

import dev.portico.i18n.Languages;
import dev.portico.i18n.OverrideCheck;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Names;
import dev.portico.portal.language.OwnWords;
import dev.portico.portal.language.Texts;
import dev.portico.portal.login.CurrentUser;
import dev.portico.portal.login.PendingForms;
import dev.portico.portal.page.FormProblems;
import dev.portico.portal.plugin.control.CurrentPlugins;
import dev.portico.portal.plugin.control.PluginTexts;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.web.CurrentRoute;
import dev.portico.portal.web.Links;
import dev.portico.portal.web.Notices;
import dev.portico.portal.wording.boundary.Wording.Message;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A tenant's own words (J5): looked for, and changed one message at a time. What is shown is in the address. */
@Named
@RequestScoped
public class WordingPage {
    private static final int MOST = 50;

    @Inject
    Wording wording;

    @Inject
    CurrentPlugins plugins;

    @Inject
    TenantContext tenants;

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

    private WordSearch search = new WordSearch("", false);
    private List<Message> found = List.of();
    private Optional<Message> edited = Optional.empty();
    private final Map<String, String> entered = new LinkedHashMap<>();

    /** A message in the list. {@code texts} are what customers read now, in each language. */
    public record Row(String key, String origin, boolean changed, List<Text> texts, String href) {}

    /** A text in a language. */
    public record Text(String language, String label, String text, String original, boolean changed) {}

    @PostConstruct
    void load() {
        var key = parameter("key");
        if (key.isEmpty()) {
            search = new WordSearch(parameter("q").strip(), parameter("own").equals("true"));
            found = search.in(wording.all());
        } else {
            edit(wording.message(parameter("origin"), key));
        }
    }

    private void edit(Message message) {
        edited = Optional.of(message);
        var pending = FacesContext.getCurrentInstance().isPostback()
                ? Optional.<Map<String, List<String>>>empty()
                : pendingForms.take(route.pathWithoutQuery(), user.subject()).map(form -> form.values());
        Languages.SUPPORTED.forEach(language -> {
            var tag = language.toLanguageTag();
            var field = "text-" + tag;
            var typed = pending.map(values ->
                            values.getOrDefault(field, List.of()).stream().findFirst())
                    .orElseGet(() -> Optional.ofNullable(request.getParameter(field)));
            var now = message.own().getOrDefault(tag, message.originals().getOrDefault(tag, ""));
            entered.put(tag, typed.orElse(now));
        });
    }

    private String parameter(String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    public boolean editing() {
        return edited.isPresent();
    }

    public void save() throws IOException {
        change(entered, "wording.saved");
    }

    /** Back to the originals, whatever is in the fields. */
    public void reset() throws IOException {
        change(Map.of(), "wording.reset.done");
    }

    private void change(Map<String, String> words, String done) throws IOException {
        var message = edited.orElseThrow(PortalException::notFound);
        try {
            wording.change(message.origin(), message.key(), words);
            notices.success(done, Map.of("key", message.key(), "tenant", tenantName()));
            FacesContext.getCurrentInstance().getExternalContext().redirect(list());
        } catch (PortalException problem) {
            problems.take(problem);
        }
    }

    public String tenantName() {
        return tenants.require().name(reader.get().ui());
    }

    public String list() {
        return links.staffTexts(tenants.require().id());
    }

    public String keyword() {
        return search.keyword();
    }

    public boolean changedOnly() {
        return search.changedOnly();
    }

    public int count() {
        return found.size();
    }

    public boolean more() {
        return found.size() > MOST;
    }

    public List<Row> rows() {
        return found.stream()
                .limit(MOST)
                .map(message -> new Row(
                        message.key(),
                        originName(message.origin()),
                        message.changed(),
                        texts(message),
                        links.staffText(tenants.require().id(), message.origin(), message.key())))
                .toList();
    }

    private String originName(String origin) {
        return origin.equals(OwnWords.PORTAL)
                ? texts.text(reader.get(), "wording.portal")
                : plugins.lease()
                        .catalog()
                        .plugin(origin)
                        .map(plugin -> new PluginTexts(plugin, reader.get())
                                .text(plugin.manifest().name()))
                        .orElse(origin);
    }

    private static List<Text> texts(Message message) {
        return Languages.SUPPORTED.stream()
                .map(language -> {
                    var tag = language.toLanguageTag();
                    var original = message.originals().getOrDefault(tag, "");
                    var own = Optional.ofNullable(message.own().get(tag));
                    return new Text(tag, Names.ofLanguage(language), own.orElse(original), original, own.isPresent());
                })
                .toList();
    }

    public String key() {
        return edited.map(Message::key).orElse("");
    }

    public String origin() {
        return edited.map(Message::origin).map(this::originName).orElse("");
    }

    public boolean changed() {
        return edited.filter(Message::changed).isPresent();
    }

    public List<Text> fields() {
        return edited.map(WordingPage::texts).orElse(List.of());
    }

    public String entered(String language) {
        return entered.getOrDefault(language, "");
    }

    /** What the words may name, as they write it; empty if nothing. */
    public String arguments() {
        return edited.map(message -> OverrideCheck.arguments(message.originals().values())).orElse(List.of()).stream()
                .map(name -> "{" + name + "}")
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    public List<FormProblems.Problem> problems() {
        var labels = new LinkedHashMap<String, String>();
        fields().forEach(field -> labels.put(field.language(), field.label()));
        return problems.list(labels).stream()
                .map(problem -> problem.field().isEmpty()
                        ? problem
                        : new FormProblems.Problem("text-" + problem.field(), problem.label(), problem.text()))
                .toList();
    }

    public String problem(String language) {
        return problems.of(language);
    }
}
