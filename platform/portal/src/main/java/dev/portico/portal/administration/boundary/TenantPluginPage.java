package dev.portico.portal.administration.boundary;

import dev.portico.plugin.host.PluginPackage;
import dev.portico.plugin.settings.Setting;
import dev.portico.portal.administration.boundary.SettingView.Input;
import dev.portico.portal.administration.boundary.TenantPlugins.Wish;
import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.login.CurrentUser;
import dev.portico.portal.login.PendingForms;
import dev.portico.portal.page.FormProblems;
import dev.portico.portal.plugin.control.CurrentPlugins;
import dev.portico.portal.plugin.control.PluginTexts;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.web.CurrentRoute;
import dev.portico.portal.web.Links;
import dev.portico.portal.web.Notices;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A plugin as a tenant uses it (J2): on or off, with the settings that the plugin declares, and what they were before.
 * The fields are plain inputs: what a plugin declares needs no component of its own.
 */
@Named
@RequestScoped
public class TenantPluginPage {
    private static final String VERSION = "version";

    @Inject
    CurrentPlugins plugins;

    @Inject
    TenantPlugins tenantPlugins;

    @Inject
    SettingsHistory history;

    @Inject
    TenantContext tenants;

    @Inject
    PendingForms pendingForms;

    @Inject
    CurrentUser user;

    @Inject
    CurrentRoute route;

    @Inject
    CurrentReader reader;

    @Inject
    Links links;

    @Inject
    Notices notices;

    @Inject
    FormProblems problems;

    @SuppressWarnings("NullAway.Init")
    private PluginPackage plugin;

    @SuppressWarnings("NullAway.Init")
    private PluginTexts texts;

    @SuppressWarnings("NullAway.Init")
    private PluginUse use;

    private JsonObject entered = JsonObject.EMPTY_JSON_OBJECT;
    private List<SettingView> settings = List.of();
    private List<SettingsHistory.Version> versions = List.of();
    private long version;

    @PostConstruct
    void open() {
        plugin = plugins.lease().catalog().plugin(route.id()).orElseThrow(PortalException::notFound);
        texts = new PluginTexts(plugin, reader.get());
        use = tenantPlugins.use(plugin.id());
        entered = use.settings();
        version = use.version();
        if (FacesContext.getCurrentInstance().isPostback()) {
            take(TenantPluginPage::sent);
            show();
        } else {
            var pending = pendingForms.take(route.pathWithoutQuery(), user.subject());
            pending.ifPresent(form -> take(name -> form.values().getOrDefault(name, List.of())));
            show();
            pending.ifPresent(form -> secretsAreNotKept(form::lacks));
        }
    }

    private static List<String> sent(String field) {
        var fields = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterValuesMap();
        return List.of(fields.getOrDefault(field, new String[0]));
    }

    /** What was typed into the settings, if it was that form of the page that was sent. */
    private void take(Function<String, List<String>> fields) {
        fields.apply(VERSION).stream().findFirst().ifPresent(typed -> {
            entered = new SettingsForm(schema(), fields).read();
            version = number(typed).orElse(use.version());
        });
    }

    private void show() {
        settings = schema().stream()
                .map(setting -> SettingView.of(setting, entered, use, texts))
                .toList();
        versions = history.of(plugin.id(), use.version(), settings);
    }

    private List<Setting> schema() {
        return plugin.manifest().settings();
    }

    private static Optional<Long> number(String text) {
        return text.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    public void save() throws IOException {
        act(
                () -> tenantPlugins.change(
                        plugin.id(), new Wish(Optional.empty(), Optional.of(entered), Optional.of(version))),
                "plugin.settings.saved");
    }

    public void enable() throws IOException {
        switchTo(true);
    }

    public void disable() throws IOException {
        switchTo(false);
    }

    private void switchTo(boolean wanted) throws IOException {
        act(
                () -> tenantPlugins.change(
                        plugin.id(), new Wish(Optional.of(wanted), Optional.empty(), Optional.empty())),
                wanted ? "plugin.enabled" : "plugin.disabled");
    }

    /** The button carries the version, so that one of a page grown old means the version that it stood beside. */
    public void restore() throws IOException {
        var wanted = Optional.ofNullable(FacesContext.getCurrentInstance()
                        .getExternalContext()
                        .getRequestParameterMap()
                        .get("restore"))
                .flatMap(TenantPluginPage::number);
        if (FacesContext.getCurrentInstance().isPostback() && wanted.isPresent()) {
            act(() -> tenantPlugins.restore(plugin.id(), wanted.get(), Optional.empty()), "plugin.restored");
        }
    }

    private void act(Runnable change, String done) throws IOException {
        try {
            change.run();
            notices.success(done, Map.of("plugin", name(), "tenant", tenantName()));
            FacesContext.getCurrentInstance()
                    .getExternalContext()
                    .redirect(links.staffPlugin(tenants.require().id(), plugin.id()));
        } catch (PortalException problem) {
            problems.take(atInputs(problem));
            use = tenantPlugins.use(plugin.id());
            if (problem.kind() == PortalException.Kind.OUTDATED) {
                // Who saves again has been told what they replace.
                version = use.version();
            }
            show();
            secretsAreNotKept(field -> sent(field).stream().anyMatch(text -> !text.isBlank()));
        }
    }

    private void secretsAreNotKept(Predicate<String> entered) {
        settings.stream()
                .filter(setting -> entered.test(setting.secretField()))
                .map(SettingView::id)
                .forEach(problems::secretIsNotKept);
    }

    private PortalException atInputs(PortalException problem) {
        var fields = problem.fields().stream()
                .map(field -> new FieldProblem(SettingView.inputAt(schema(), field.field()), field.key(), field.args()))
                .toList();
        return new PortalException(problem.kind(), problem.key(), problem.args(), fields);
    }

    public List<FormProblems.Problem> problems() {
        return problems.list(settings.stream()
                .flatMap(setting -> setting.inputs().stream())
                .collect(Collectors.toMap(Input::id, Input::label, (a, b) -> a, LinkedHashMap::new)));
    }

    /** What is wrong with one input; empty if nothing. */
    public String problem(String input) {
        return problems.of(input);
    }

    public String name() {
        return texts.text(plugin.manifest().name());
    }

    public String description() {
        return texts.text(plugin.manifest().description());
    }

    /** Where those are who are told of its news; empty where it has none. */
    public String subscriptions() {
        return plugin.manifest().news().isPresent() && use.enabled()
                ? links.staffSubscriptions(tenants.require().id(), plugin.id())
                : "";
    }

    public String tenantName() {
        return tenants.require().name(reader.get().ui());
    }

    public boolean enabled() {
        return use.enabled();
    }

    public long openTickets() {
        return use.openTickets();
    }

    public long version() {
        return version;
    }

    public List<SettingView> settings() {
        return settings;
    }

    public List<SettingsHistory.Version> versions() {
        return versions;
    }
}
