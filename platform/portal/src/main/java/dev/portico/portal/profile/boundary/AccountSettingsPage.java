package dev.portico.portal.profile.boundary;

import dev.portico.i18n.Formats;
import dev.portico.i18n.Languages;
import dev.portico.portal.account.boundary.Accounts;
import dev.portico.portal.account.entity.Account.Notifications;
import dev.portico.portal.account.entity.Account.Preferences;
import dev.portico.portal.account.entity.PersonName;
import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Names;
import dev.portico.portal.language.Texts;
import dev.portico.portal.language.Zones;
import dev.portico.portal.login.CurrentUser;
import dev.portico.portal.login.PendingForms;
import dev.portico.portal.page.FormProblems;
import dev.portico.portal.web.CurrentRoute;
import dev.portico.portal.web.LanguageCookie;
import dev.portico.portal.web.Links;
import dev.portico.portal.web.Notices;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A person's own settings (G3). The address is the company's to change, and staff's names are, so they are only shown. */
@Named
@RequestScoped
public class AccountSettingsPage {
    private static final String GIVEN_NAME = "given-name";
    private static final String FAMILY_NAME = "family-name";
    private static final String LANGUAGE = "language";
    private static final String FORMAT = "format";
    private static final String ZONE = "zone";
    private static final String ANSWERS = "notify-answers";
    private static final String CHANGES = "notify-changes";
    private static final String ISSUES = "notify-issues";

    @Inject
    CurrentUser user;

    @Inject
    Accounts accounts;

    @Inject
    CurrentReader reader;

    @Inject
    Texts texts;

    @Inject
    PendingForms pendingForms;

    @Inject
    FormProblems problems;

    @Inject
    Notices notices;

    @Inject
    LanguageCookie cookie;

    @Inject
    CurrentRoute route;

    @Inject
    Links links;

    private final Instant now = Instant.now();
    private String givenName = "";
    private String familyName = "";
    private String language = "";
    private String format = "";
    private String zone = "";
    private Notifications notifications = Notifications.ALL;

    /** An entry of a menu. */
    public record Choice(String value, String label, boolean current) {}

    @PostConstruct
    void open() {
        var context = FacesContext.getCurrentInstance();
        show(user.preferences());
        if (nameable() && !context.isPostback()) {
            var profile = accounts.profile(user.subject());
            givenName = profile.givenName();
            familyName = profile.familyName();
        }
        if (context.isPostback()) {
            var parameters = context.getExternalContext().getRequestParameterMap();
            take(name -> Optional.ofNullable(parameters.get(name)));
        } else {
            pendingForms.take(route.pathWithoutQuery(), user.subject()).ifPresent(form -> take(form::value));
        }
    }

    private void show(Preferences kept) {
        language = kept.language().toLanguageTag();
        format = kept.format().toLanguageTag();
        zone = kept.zone().getId();
        notifications = kept.notifications();
    }

    private void take(Function<String, Optional<String>> typed) {
        givenName = typed.apply(GIVEN_NAME).orElse("");
        familyName = typed.apply(FAMILY_NAME).orElse("");
        language = typed.apply(LANGUAGE).orElse("");
        format = typed.apply(FORMAT).orElse("");
        zone = typed.apply(ZONE).orElse("");
        notifications = new Notifications(
                typed.apply(ANSWERS).isPresent(),
                typed.apply(CHANGES).isPresent(),
                typed.apply(ISSUES).isPresent());
    }

    public void save() throws IOException {
        try {
            var wrong = new ArrayList<FieldProblem>();
            var name = nameable() ? PersonNames.check(givenName, familyName, wrong) : Optional.<PersonName>empty();
            var chosen = chosen(wrong);
            name.ifPresentOrElse(given -> user.settle(given, chosen), () -> user.prefer(chosen));
            var external = FacesContext.getCurrentInstance().getExternalContext();
            cookie.set((HttpServletResponse) external.getResponse(), chosen.language());
            notices.success("account.settings.saved", Map.of());
            external.redirect(links.settings());
        } catch (PortalException problem) {
            problems.take(problem);
        }
    }

    private Preferences chosen(List<FieldProblem> wrong) {
        var ui = offered(language);
        var region = ui.flatMap(this::region);
        var place = Zones.find(zone);
        if (ui.isEmpty()) {
            wrong.add(new FieldProblem(LANGUAGE, "account.settings.problem.not-offered"));
        } else if (region.isEmpty()) {
            wrong.add(new FieldProblem(FORMAT, "account.settings.problem.not-offered"));
        }
        if (place.isEmpty()) {
            wrong.add(new FieldProblem(ZONE, "account.settings.problem.zone"));
        }
        if (!wrong.isEmpty()) {
            throw PortalException.invalid(wrong);
        }
        return new Preferences(ui.orElseThrow(), region.orElseThrow(), place.orElseThrow(), notifications);
    }

    private static Optional<Locale> offered(String tag) {
        return Languages.SUPPORTED.stream()
                .filter(supported -> supported.toLanguageTag().equals(tag))
                .findFirst();
    }

    /** The chosen region; where the language was changed with it, the same region in that language if there is one. */
    private Optional<Locale> region(Locale ui) {
        var kept = user.preferences().format();
        var typed = Locale.forLanguageTag(format);
        var shown = FormatChoices.of(Locale.forLanguageTag(typed.getLanguage()), kept);
        return shown.contains(typed) ? Optional.of(FormatChoices.fit(typed, ui)) : Optional.empty();
    }

    public List<Choice> languages() {
        return Languages.SUPPORTED.stream()
                .map(offered -> new Choice(
                        offered.toLanguageTag(),
                        Names.ofLanguage(offered),
                        offered.toLanguageTag().equals(language)))
                .toList();
    }

    /** Each with an example of what it makes of this moment. */
    public List<Choice> formats() {
        var ui = offered(language).orElse(Languages.ENGLISH);
        return FormatChoices.of(ui, user.preferences().format()).stream()
                .map(choice -> new Choice(
                        choice.toLanguageTag(),
                        label(choice),
                        choice.toLanguageTag().equals(format)))
                .toList();
    }

    private String label(Locale choice) {
        var place = Zones.find(zone).orElse(user.preferences().zone());
        var region = choice.getCountry().isEmpty()
                ? texts.text(reader.get(), "account.settings.format.no-region")
                : choice.getDisplayCountry(reader.get().ui());
        return texts.text(
                reader.get(),
                "account.settings.format.option",
                Map.of("region", region, "example", new Formats(choice, place).dateTime(now)));
    }

    public List<Zones.Zone> zones() {
        return Zones.all(now);
    }

    /** Whether the name is the person's to write. */
    public boolean nameable() {
        return !route.staff();
    }

    public String givenName() {
        return givenName;
    }

    public String familyName() {
        return familyName;
    }

    public String zone() {
        return zone;
    }

    public Notifications notifications() {
        return notifications;
    }

    public List<FormProblems.Problem> problems() {
        var labels = new LinkedHashMap<String, String>();
        label(labels, GIVEN_NAME, "common.given-name");
        label(labels, FAMILY_NAME, "common.family-name");
        label(labels, LANGUAGE, "account.settings.language");
        label(labels, ZONE, "account.settings.zone");
        label(labels, FORMAT, "account.settings.format");
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
