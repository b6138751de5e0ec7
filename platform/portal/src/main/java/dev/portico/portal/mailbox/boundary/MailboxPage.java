package dev.portico.portal.mailbox.boundary;

import dev.portico.portal.failure.PortalException;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.login.CurrentUser;
import dev.portico.portal.login.PendingForms;
import dev.portico.portal.mail.control.MailAddresses;
import dev.portico.portal.mailbox.control.MailboxAccesses;
import dev.portico.portal.mailbox.control.MailboxException;
import dev.portico.portal.mailbox.control.MailboxForm;
import dev.portico.portal.mailbox.control.MailboxProbe;
import dev.portico.portal.mailbox.control.MailboxSecrets;
import dev.portico.portal.mailbox.control.TokenServers;
import dev.portico.portal.mailbox.control.TriedTokens;
import dev.portico.portal.mailbox.entity.MailAuthentication;
import dev.portico.portal.mailbox.entity.MailSecurity;
import dev.portico.portal.mailbox.entity.Mailbox;
import dev.portico.portal.mailbox.entity.MailboxAccess;
import dev.portico.portal.page.FormProblems;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.web.CurrentRoute;
import dev.portico.portal.web.Links;
import dev.portico.portal.web.Notices;
import dev.portico.portal.web.Route;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A mailbox of a tenant, there or to be set up, and all that an administrator can do about it (H1). */
@Named
@RequestScoped
public class MailboxPage {
    private static final String VERSION = "version";

    @Inject
    Mailboxes mailboxes;

    @Inject
    MailboxAccesses accesses;

    @Inject
    MailboxProbe probe;

    @Inject
    TokenServers tokenServers;

    @Inject
    TokenRequests tokenRequests;

    @Inject
    TriedTokens triedTokens;

    @Inject
    MailAddresses addresses;

    @Inject
    PendingForms pendingForms;

    @Inject
    FormProblems problems;

    @Inject
    HttpServletRequest request;

    @Inject
    TenantContext tenants;

    @Inject
    CurrentUser user;

    @Inject
    CurrentReader reader;

    @Inject
    CurrentRoute route;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    @Inject
    Links links;

    private Optional<Mailbox> mailbox = Optional.empty();
    private Map<String, String> types = Map.of();

    @SuppressWarnings("NullAway.Init")
    private MailboxForm form;

    private long version;
    private MailboxProbe.@Nullable Report report;
    private String answer = "";
    private String triedToken = "";
    private boolean withoutRefreshToken;

    /** An entry of a menu. */
    public record Choice(String value, String label, boolean current) {}

    @PostConstruct
    void load() {
        if (route.route().filter(Route.STAFF_MAILBOX::equals).isPresent()) {
            mailbox = Optional.of(mailboxes.find(route.id()).orElseThrow(PortalException::notFound));
        }
        types = mailboxes.types();
        version = mailbox.map(Mailbox::version).orElse(0L);
        form = mailbox.map(MailboxForm::of)
                .orElseGet(() -> MailboxForm.blank(
                        supportAddress(), types.keySet().stream().findFirst().orElse("")));
        if (FacesContext.getCurrentInstance().isPostback()) {
            triedToken = typed(TriedTokens.FIELD);
            take(request::getParameter);
        } else {
            pendingForms.take(route.pathWithoutQuery(), user.subject()).ifPresent(typed -> {
                take(name -> typed.value(name).orElse(null));
                secretsAreNotKept(typed::lacks);
            });
        }
    }

    /** What another form of the page sends leaves this one as it is. */
    private void take(UnaryOperator<@Nullable String> typed) {
        var shown = typed.apply(VERSION);
        if (shown == null) {
            return;
        }
        version = shown.matches("[0-9]{1,18}") ? Long.parseLong(shown) : version;
        withoutRefreshToken = "true".equals(typed.apply("without-refresh-token"));
        UnaryOperator<String> field =
                name -> Optional.ofNullable(typed.apply(name)).orElse("");
        form = new MailboxForm(
                field.apply("address"),
                field.apply("host"),
                field.apply("port"),
                field.apply("security"),
                field.apply("authentication"),
                field.apply("login"),
                field.apply("token-address"),
                field.apply("client-id"),
                field.apply("scope"),
                field.apply("folder"),
                field.apply("type"),
                field.apply("server"),
                field.apply("everything").equals("true"));
    }

    private MailboxSecrets secrets() {
        var typed = typedRefreshToken();
        return new MailboxSecrets(
                typed(MailboxSecrets.PASSWORD),
                typed(MailboxSecrets.CLIENT).strip(),
                withoutRefreshToken && typed.isEmpty()
                        ? ""
                        : triedTokens.current(tenants.require().id(), triedToken, typed),
                withoutRefreshToken);
    }

    private String typedRefreshToken() {
        return typed(MailboxSecrets.REFRESH_TOKEN).strip();
    }

    private String typed(String field) {
        return Optional.ofNullable(request.getParameter(field)).orElse("");
    }

    public void save() throws IOException {
        try {
            if (mailbox.isPresent()) {
                mailboxes.change(mailbox.get().id(), form, secrets(), version);
                done("mailbox.change.done");
            } else {
                mailboxes.create(form, secrets());
                done("mailbox.create.done");
            }
        } catch (PortalException problem) {
            problems.take(problem);
            triedToken = triedTokens.untyped(tenants.require().id(), triedToken, typedRefreshToken());
            secretsAreNotKept(field -> !typed(field).isEmpty());
            if (problem.kind() == PortalException.Kind.OUTDATED) {
                // Who saves again has been told what they replace.
                version = mailbox.map(Mailbox::version).orElse(version);
            }
        }
    }

    private void secretsAreNotKept(Predicate<String> entered) {
        var fields = authenticated(MailAuthentication.OAUTH2.name())
                ? List.of(MailboxSecrets.CLIENT, MailboxSecrets.REFRESH_TOKEN)
                : List.of(MailboxSecrets.PASSWORD);
        fields.stream()
                .filter(entered)
                .filter(field -> !field.equals(MailboxSecrets.REFRESH_TOKEN) || !triedTokenCounts())
                .forEach(problems::secretIsNotKept);
    }

    /** Asks the servers while no transaction is open. */
    public void test() {
        try {
            test(mailboxes.trial(mailbox.map(Mailbox::id), form, secrets()));
        } catch (PortalException problem) {
            problems.take(problem);
        }
    }

    private void test(Mailboxes.Trial trial) {
        try {
            report = probe.report(() -> ready(trial));
        } catch (MailboxException failure) {
            problems.take(
                    MailboxTrouble.refusal(failure.problem(), trial.access().authentication()));
            answer = Optional.ofNullable(failure.getMessage()).orElse("");
        }
    }

    /** A stored refresh token is exchanged at once; a typed one, where it is saved. */
    private MailboxAccess ready(Mailboxes.Trial trial) throws MailboxException {
        var access = trial.access();
        if (access.tokens().isEmpty()) {
            return access;
        }
        if (trial.stored().isPresent()) {
            var id = mailbox.orElseThrow().id();
            var asked = tokenRequests.ask(tenants.require(), id, trial.stored().get(), access);
            return access.withSecret(asked.granted().accessToken());
        }
        var granted = tokenServers.ask(access.tokens().get(), access.secret());
        granted.refreshToken()
                .ifPresent(other -> triedToken =
                        triedTokens.exchanged(tenants.require().id(), triedToken, typedRefreshToken(), other));
        return access.withSecret(granted.accessToken());
    }

    public void enable() throws IOException {
        mailboxes.enable(mailbox.orElseThrow().id(), true);
        done("mailbox.enable.done");
    }

    public void disable() throws IOException {
        mailboxes.enable(mailbox.orElseThrow().id(), false);
        done("mailbox.disable.done");
    }

    public void remove() throws IOException {
        try {
            mailboxes.remove(mailbox.orElseThrow().id());
            done("mailbox.remove.done");
        } catch (PortalException problem) {
            problems.take(problem);
        }
    }

    private void done(String message) throws IOException {
        notices.success(message, Map.of("address", form.address().strip()));
        FacesContext.getCurrentInstance().getExternalContext().redirect(back());
    }

    public String back() {
        return links.staffReceivedMails(tenants.require().id());
    }

    public boolean fresh() {
        return mailbox.isEmpty();
    }

    public String address() {
        return mailbox.map(Mailbox::address).orElse("");
    }

    public boolean enabled() {
        return mailbox.map(Mailbox::enabled).orElse(false);
    }

    /** Whether mails have come through it, so that it cannot be removed. */
    public boolean used() {
        return mailbox.map(Mailbox::used).orElse(false);
    }

    /** What had come before is not taken; null where everything is. */
    public @Nullable Instant takenFrom() {
        return mailbox.flatMap(Mailbox::takenFrom).orElse(null);
    }

    public MailboxForm form() {
        return form;
    }

    public long version() {
        return version;
    }

    /** Where answers go. */
    public String supportAddress() {
        return addresses.ofSupport(tenants.require());
    }

    /** Hosts to which a connection may be without protection; empty where there are none. */
    public String plainHosts() {
        return String.join(", ", accesses.plainHosts());
    }

    public boolean secured(String security) {
        return form.security().equals(security);
    }

    public boolean authenticated(String authentication) {
        return form.authentication().equals(authentication);
    }

    /** Whether there is a secret for this kind of login that can be kept. */
    public boolean stores(String authentication) {
        return mailbox.filter(stored -> stored.access().authentication().name().equals(authentication))
                .isPresent();
    }

    /** Whether there is one that can be kept or forgotten. */
    public boolean hasRefreshToken() {
        return mailbox.filter(stored -> !stored.access().refreshToken().isEmpty())
                        .isPresent()
                || triedTokenCounts();
    }

    /** Whether one that was tried out is saved where none is entered. */
    private boolean triedTokenCounts() {
        return !triedTokens.current(tenants.require().id(), triedToken, "").isEmpty();
    }

    /** Whether the stored one is to be forgotten. */
    public boolean withoutRefreshToken() {
        return withoutRefreshToken;
    }

    /** Sealed; empty where none was exchanged. */
    public String triedToken() {
        return triedToken;
    }

    public boolean offersPlain() {
        return !accesses.plainHosts().isEmpty() || secured(MailSecurity.NONE.name());
    }

    /** A desk may be gone whose tickets new mails became: nothing is chosen then. */
    public List<Choice> types() {
        var known = types.entrySet().stream()
                .map(type ->
                        new Choice(type.getKey(), type.getValue(), type.getKey().equals(form.type())));
        return types.containsKey(form.type())
                ? known.toList()
                : Stream.concat(Stream.of(new Choice("", "", true)), known).toList();
    }

    /** What the test has found; null where there was none, or it has failed. */
    public MailboxProbe.@Nullable Report report() {
        return report;
    }

    /** The server's own words in a test that has failed. */
    public String answer() {
        return answer;
    }

    public List<FormProblems.Problem> problems() {
        var labels = new LinkedHashMap<String, String>();
        label(labels, "address", "mailbox.address");
        label(labels, "type", "mailbox.type");
        label(labels, "host", "mailbox.host");
        label(labels, "security", "mailbox.security");
        label(labels, "port", "mailbox.port");
        label(labels, "login", "mailbox.login");
        label(labels, "authentication", "mailbox.authentication");
        label(labels, MailboxSecrets.PASSWORD, "mailbox.password");
        label(labels, "token-address", "mailbox.token-address");
        label(labels, "client-id", "mailbox.client-id");
        label(labels, MailboxSecrets.CLIENT, "mailbox.client-secret");
        label(labels, "scope", "mailbox.scope");
        label(labels, MailboxSecrets.REFRESH_TOKEN, "mailbox.refresh-token");
        label(labels, "folder", "mailbox.folder");
        label(labels, "server", "mailbox.server");
        return problems.list(labels);
    }

    private void label(Map<String, String> labels, String field, String key) {
        labels.put(field, texts.text(reader.get(), key));
    }

    /** What is wrong with one field; empty if nothing. */
    public String problem(String field) {
        return problems.of(field);
    }
}
