package dev.portico.portal.people.boundary;

import dev.portico.portal.account.entity.Account;
import dev.portico.portal.account.entity.Account.Grants;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Names;
import dev.portico.portal.language.Texts;
import dev.portico.portal.language.Zones;
import dev.portico.portal.mail.control.UndeliverableStore.Mark;
import dev.portico.portal.page.FormProblems;
import dev.portico.portal.people.control.PersonForm;
import dev.portico.portal.people.control.PersonState;
import dev.portico.portal.realm.entity.RealmProblem;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.ticket.boundary.Badge;
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
import org.jspecify.annotations.Nullable;

/** A person of a tenant, there or to be entered, and all that a CSM can do about them (G2). */
@Named
@RequestScoped
public class PersonPage {
    private static final String SHOWN = "shown";

    @Inject
    People people;

    @Inject
    Organizations organizations;

    @Inject
    PersonBadges badges;

    @Inject
    FormFields fields;

    @Inject
    FormProblems problems;

    @Inject
    TenantContext tenants;

    @Inject
    LastProgramme last;

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

    @Inject
    HttpServletRequest request;

    private Optional<Account> account = Optional.empty();
    private Optional<Account> holder = Optional.empty();
    private Optional<Mark> undeliverable = Optional.empty();
    private String shown = "";

    @SuppressWarnings("NullAway.Init")
    private PersonForm form;

    private List<Choice> organizationChoices = List.of();

    /** An entry of a menu. */
    public record Choice(String value, String label, boolean current) {}

    @PostConstruct
    void load() {
        last.keep(tenants.require().id());
        if (route.route().filter(Route.STAFF_PERSON::equals).isPresent()) {
            account = Optional.of(people.find(route.id()).orElseThrow(PortalException::notFound));
            undeliverable = people.undeliverable(route.id());
        }
        form = account.map(PersonForm::of).orElseGet(this::blank);
        shown = form.digest();
        fields.typed(SHOWN).ifPresent(this::take);
        organizationChoices = organizations.choices(form.organization()).stream()
                .map(choice ->
                        new Choice(choice.id(), choice.name(), choice.id().equals(form.organization())))
                .toList();
    }

    private PersonForm blank() {
        var tenant = tenants.require();
        var organization = Optional.ofNullable(request.getParameter("organization"))
                .flatMap(organizations::find)
                .map(Organizations.Found::organization);
        return new PersonForm(
                "",
                "",
                "",
                organization.map(found -> found.id()).orElse(""),
                tenant.defaultLanguage().toLanguageTag(),
                tenant.zone().getId(),
                new Grants(
                        true,
                        organization.map(found -> found.agreement().shares()).orElse(false),
                        false));
    }

    private void take(FormFields.Typed typed) {
        shown = typed.text(SHOWN);
        form = new PersonForm(
                typed.text("given-name"),
                typed.text("family-name"),
                typed.text("email"),
                typed.text("organization"),
                typed.text("language"),
                typed.text("zone"),
                new Grants(
                        typed.checked("authorized"),
                        typed.checked("sees-organization"),
                        typed.checked("contact-manager")));
    }

    public void save() throws IOException {
        try {
            if (account.isPresent()) {
                people.change(account.get().subject(), form, shown);
                done("people.saved", account.get().subject(), wholeName());
            } else {
                done("people.created", people.create(form), wholeName());
            }
        } catch (PortalException problem) {
            problems.take(problem);
            if (problem.kind() == PortalException.Kind.OUTDATED) {
                // Who saves again has been told what they replace.
                shown = people.find(route.id())
                        .map(PersonForm::of)
                        .map(PersonForm::digest)
                        .orElse(shown);
            }
            holder = problem("email").isEmpty() ? Optional.empty() : people.holder(form.email());
        }
    }

    private String wholeName() {
        return (form.givenName() + " " + form.familyName()).strip();
    }

    public void invite() throws IOException {
        act("people.invited", () -> people.invite(route.id()));
    }

    public void disable() throws IOException {
        act("people.disabled", () -> people.disable(route.id()));
    }

    public void enable() throws IOException {
        act(hasLogin() ? "people.enabled" : "people.enabled.invited", () -> people.enable(route.id()));
    }

    public void reachable() throws IOException {
        act("people.reachable", () -> people.reachable(route.id()));
    }

    /** Since when mails do not reach the person; empty where they do. */
    public Optional<Mark> undeliverable() {
        return undeliverable;
    }

    /** Whether Keycloak has an account of the person, as far as is known. */
    public boolean hasLogin() {
        return account.filter(Account::claimed).isPresent();
    }

    private void act(String message, Runnable change) throws IOException {
        try {
            change.run();
            done(message, route.id(), name());
        } catch (PortalException problem) {
            problems.take(problem);
        }
    }

    private void done(String message, String subject, String name) throws IOException {
        notices.success(message, Map.of("name", name));
        FacesContext.getCurrentInstance().getExternalContext().redirect(links.staffPerson(tenantId(), subject));
    }

    public boolean fresh() {
        return account.isEmpty();
    }

    public String tenantId() {
        return tenants.require().id();
    }

    public String name() {
        return account.map(Account::name).orElse("");
    }

    public String email() {
        return account.map(Account::email).orElse("");
    }

    /** The address that waits for the person to confirm it; empty where none does. */
    public String newEmail() {
        return account.flatMap(some -> some.newAddress(Instant.now())).orElse("");
    }

    public PersonForm form() {
        return form;
    }

    public String shown() {
        return shown;
    }

    private PersonState state() {
        return account.map(some -> PersonState.of(
                        some.enabled(),
                        some.joinedAt().isPresent(),
                        some.claimed(),
                        some.realmDue().isPresent()))
                .orElse(PersonState.WAITING);
    }

    public Badge badge() {
        return badges.of(state(), account.flatMap(Account::invitedAt).isPresent());
    }

    public boolean invitable() {
        return state() != PersonState.ACTIVE && enabled() && state() != PersonState.WAITING;
    }

    /** Whether an invitation has gone out before. */
    public boolean invited() {
        return account.flatMap(Account::invitedAt).isPresent();
    }

    public boolean enabled() {
        return account.map(Account::enabled).orElse(true);
    }

    /** Whether Keycloak has yet to hear something. */
    public boolean due() {
        return account.flatMap(Account::realmDue).isPresent();
    }

    /** Why Keycloak could not be told; empty where it could, or nobody has tried. */
    public String trouble() {
        return account.flatMap(Account::realmProblem)
                .map(problem ->
                        texts.text(reader.get(), RealmProblem.of(problem).key()))
                .orElse("");
    }

    public @Nullable Instant createdAt() {
        return account.map(Account::createdAt).orElse(null);
    }

    public @Nullable Instant invitedAt() {
        return account.flatMap(Account::invitedAt).orElse(null);
    }

    public @Nullable Instant joinedAt() {
        return account.flatMap(Account::joinedAt).orElse(null);
    }

    public @Nullable Instant seenAt() {
        return account.flatMap(Account::seenAt).orElse(null);
    }

    /** Address of the person who has the address that was typed; empty where that is nobody else. */
    public String holder() {
        return other().map(some -> links.staffPerson(tenantId(), some.subject()))
                .orElse("");
    }

    public String holderName() {
        return other().map(Account::name).orElse("");
    }

    private Optional<Account> other() {
        return holder.filter(some -> !account.map(Account::subject).equals(Optional.of(some.subject())));
    }

    public List<Choice> organizations() {
        return organizationChoices;
    }

    public boolean moreOrganizations() {
        return organizationChoices.size() >= Organizations.MOST_CHOICES;
    }

    public List<Choice> languages() {
        return people.languages(account).stream()
                .map(language -> new Choice(
                        language.toLanguageTag(),
                        Names.ofLanguage(language),
                        language.toLanguageTag().equals(form.language())))
                .toList();
    }

    public List<Zones.Zone> zones() {
        return Zones.all(Instant.now());
    }

    public List<FormProblems.Problem> problems() {
        var labels = new LinkedHashMap<String, String>();
        label(labels, "given-name", "common.given-name");
        label(labels, "family-name", "common.family-name");
        label(labels, "email", "people.email");
        label(labels, "organization", "people.organization");
        label(labels, "language", "people.language");
        label(labels, "zone", "people.zone");
        label(labels, "authorized", "people.authorized");
        label(labels, "sees-organization", "people.sees-organization");
        label(labels, "contact-manager", "people.contact-manager");
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
