package dev.portico.portal.subscription.boundary;

import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Names;
import dev.portico.portal.language.Texts;
import dev.portico.portal.mail.control.MailAddress;
import dev.portico.portal.page.FormProblems;
import dev.portico.portal.plugin.boundary.EnabledPlugin;
import dev.portico.portal.plugin.boundary.TenantDesks;
import dev.portico.portal.subscription.control.NewsChannels;
import dev.portico.portal.subscription.control.SubscriptionAddresses;
import dev.portico.portal.subscription.entity.SubscriptionKind;
import dev.portico.portal.subscription.entity.Wish;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.control.TenantRounds;
import dev.portico.portal.web.CurrentRoute;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where somebody asks to be told of a plugin's news. A plain form of no session: whoever asks is nobody yet. The answer is
 * the same whether or not the address is known.
 */
@Named
@RequestScoped
public class SubscribePage {
    private static final String WEBHOOK = "webhook";
    private static final String ASKED = "asked";

    @Inject
    TenantDesks plugins;

    @Inject
    NewsChannels channels;

    @Inject
    TopicGroups topicGroups;

    @Inject
    Subscriptions subscriptions;

    @Inject
    WebhookUrls urls;

    @Inject
    Clients clients;

    @Inject
    FormProblems problems;

    @Inject
    TenantRounds rounds;

    @Inject
    TenantContext tenants;

    @Inject
    CurrentRoute route;

    @Inject
    CurrentReader reader;

    @Inject
    Texts texts;

    @Inject
    HttpServletRequest request;

    @SuppressWarnings("NullAway.Init")
    private EnabledPlugin plugin;

    private List<TopicGroups.Group> groups = List.of();
    private SubscriptionForm form = new SubscriptionForm(Map.of());

    @PostConstruct
    void open() {
        plugin = channels.find(route.id()).orElseThrow(plugins::absent);
        groups = topicGroups.of(plugin);
        form = new SubscriptionForm(request.getParameterMap());
    }

    /** Before the page is written: takes the form, if it was sent. */
    public void act() throws IOException {
        if (request.getMethod().equals("POST")) {
            try {
                take();
                FacesContext.getCurrentInstance()
                        .getExternalContext()
                        .redirect(route.pathWithoutQuery() + "?" + ASKED + "=" + (webhook() ? WEBHOOK : "email"));
            } catch (PortalException problem) {
                problems.take(problem);
            }
        }
    }

    private void take() {
        var wrong = new ArrayList<FieldProblem>();
        var email = MailAddress.parse(form.text("email"));
        if (email.isEmpty()) {
            wrong.add(new FieldProblem("email", "subscription.problem.email"));
        }
        if (webhook()) {
            urls.problem(form.text("url")).ifPresent(key -> wrong.add(new FieldProblem("url", key)));
        }
        wrong.addAll(form.problems(groups, offered()));
        if (!wrong.isEmpty()) {
            throw PortalException.invalid(wrong);
        }
        if (!clients.mayAsk(request)) {
            throw PortalException.conflict("subscription.problem.often", Map.of());
        }
        var wish = new Wish(
                plugin.manifest().id(),
                webhook() ? SubscriptionKind.WEBHOOK : SubscriptionKind.EMAIL,
                email.orElseThrow(),
                webhook() ? form.text("url") : "",
                form.language(offered()).orElseThrow(),
                reader.get().formats().zone(),
                form.choice(groups));
        // After the answer, which takes as long for an address that is known as for any other.
        rounds.soon(tenants.require().id(), "Wishes to subscribe", tenant -> subscriptions.ask(wish));
    }

    private List<Locale> offered() {
        return tenants.require().languages();
    }

    public List<FormProblems.Problem> problems() {
        var labels = new LinkedHashMap<String, String>();
        labels.put("email", texts.text(reader.get(), "subscription.email"));
        labels.put("url", texts.text(reader.get(), "subscription.url"));
        labels.put("topics", texts.text(reader.get(), "subscription.topics.label"));
        labels.put("language", texts.text(reader.get(), "subscription.language"));
        return problems.list(labels);
    }

    /** What is wrong with one field; empty if nothing. */
    public String problem(String field) {
        return problems.of(field);
    }

    public String label() {
        return channels.label(plugin.manifest().id(), reader.get());
    }

    public String description() {
        return plugin.manifest()
                .news()
                .map(news -> plugin.texts(reader.get()).text(news.description()))
                .orElse("");
    }

    /** Whether the reader has just asked. */
    public boolean asked() {
        return !form.text(ASKED).isEmpty();
    }

    public boolean webhook() {
        return form.text("kind").equals(WEBHOOK);
    }

    public String value(String field) {
        return form.text(field);
    }

    public boolean some() {
        return form.some();
    }

    public List<TopicGroups.Group> groups() {
        return groups;
    }

    public boolean chosen(String topic) {
        return form.topics().contains(topic);
    }

    public List<LanguageChoice> languages() {
        var current = form.language(offered()).orElse(reader.get().ui());
        return offered().stream()
                .map(language -> new LanguageChoice(language, current))
                .toList();
    }

    /** A language to be written to in. */
    public record LanguageChoice(String tag, String label, boolean current) {
        LanguageChoice(Locale language, Locale current) {
            this(
                    language.toLanguageTag(),
                    Names.ofLanguage(language),
                    language.getLanguage().equals(current.getLanguage()));
        }
    }

    /** Of this page. */
    public String here() {
        return route.prefix() + SubscriptionAddresses.path(plugin.manifest().id());
    }

    /** Of all the news. */
    public String feed() {
        return route.prefix()
                + SubscriptionAddresses.feed(
                        plugin.manifest().id(), reader.get().ui());
    }
}
