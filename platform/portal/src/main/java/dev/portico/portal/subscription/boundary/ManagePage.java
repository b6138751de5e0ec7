package dev.portico.portal.subscription.boundary;

import dev.portico.portal.failure.PortalException;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.page.FormProblems;
import dev.portico.portal.subscription.boundary.SubscribePage.LanguageChoice;
import dev.portico.portal.subscription.control.NewsChannels;
import dev.portico.portal.subscription.control.SubscriptionAddresses;
import dev.portico.portal.subscription.entity.Subscription;
import dev.portico.portal.subscription.entity.SubscriptionState;
import dev.portico.portal.subscription.entity.TopicChoice;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.web.CurrentRoute;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where whoever has one of the mails changes what comes. */
@Named
@RequestScoped
public class ManagePage {
    private static final String DO = "do";
    private static final String AGAIN = "again";
    private static final String SECRET = "secret";
    private static final String DONE = "done";

    @Inject
    Subscriptions subscriptions;

    @Inject
    NewsChannels channels;

    @Inject
    TopicGroups topicGroups;

    @Inject
    DeliveryLog log;

    @Inject
    Clients clients;

    @Inject
    FormProblems problems;

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

    private Optional<Subscription> subscription = Optional.empty();
    private List<TopicGroups.Group> groups = List.of();
    private List<DeliveryLog.Entry> deliveries = List.of();
    private SubscriptionForm form = new SubscriptionForm(Map.of());
    private String secret = "";

    @PostConstruct
    void open() {
        form = new SubscriptionForm(request.getParameterMap());
        subscription = subscriptions
                .find(route.id(), route.token())
                .filter(some -> some.state() == SubscriptionState.ACTIVE || some.state() == SubscriptionState.PAUSED);
        groups = channels.find(route.id()).map(topicGroups::of).orElse(List.of());
        deliveries = subscription
                .filter(Subscription::webhook)
                .map(some -> log.forSubscriber(some.id()))
                .orElse(List.of());
        secret = done(SECRET) && subscription.isPresent()
                ? subscriptions.newSecret(route.id(), route.token()).orElse("")
                : "";
    }

    /** Before the page is written: does what the button says that was pressed, if one was. */
    public void act() throws IOException {
        if (subscription.isEmpty()) {
            FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
        } else if (request.getMethod().equals("POST")) {
            try {
                act(form.text(AGAIN).isEmpty() ? form.text(DO) : AGAIN);
            } catch (PortalException problem) {
                problems.take(problem);
            }
        }
    }

    private void act(String what) throws IOException {
        switch (what) {
            case "save" -> save();
            case "resume" -> subscriptions.resume(route.id(), route.token());
            case "test" -> {
                requirePatience();
                subscriptions.test(route.id(), route.token());
            }
            case AGAIN -> {
                requirePatience();
                log.again(subscription.map(Subscription::id).orElseThrow(), form.text(AGAIN));
            }
            case SECRET -> subscriptions.renewSecret(route.id(), route.token());
            default -> throw PortalException.notFound();
        }
        FacesContext.getCurrentInstance()
                .getExternalContext()
                .redirect(route.pathWithoutQuery() + "?" + DONE + "=" + what);
    }

    /** What is sent on demand goes to a server that may be somebody else's. */
    private void requirePatience() {
        if (!clients.mayAsk(request)) {
            throw PortalException.conflict("subscription.problem.often", Map.of());
        }
    }

    private void save() {
        var wrong = form.problems(groups, offered());
        if (!wrong.isEmpty()) {
            throw PortalException.invalid(wrong);
        }
        // Where the plugin cannot say now what there is, nothing was there to be chosen.
        var topics =
                groups.isEmpty() ? subscription.map(Subscription::topics).orElse(TopicChoice.ALL) : form.choice(groups);
        subscriptions.change(
                route.id(), route.token(), topics, form.language(offered()).orElseThrow());
    }

    private List<Locale> offered() {
        return tenants.require().languages();
    }

    /** Whether what is shown was typed and not taken. */
    private boolean typed() {
        return form.text(DO).equals("save");
    }

    public List<FormProblems.Problem> problems() {
        var labels = new LinkedHashMap<String, String>();
        labels.put("topics", texts.text(reader.get(), "subscription.topics.label"));
        labels.put("language", texts.text(reader.get(), "subscription.language"));
        return problems.list(labels);
    }

    /** What is wrong with one field; empty if nothing. */
    public String problem(String field) {
        return problems.of(field);
    }

    public boolean present() {
        return subscription.isPresent();
    }

    public String label() {
        return channels.label(route.id(), reader.get());
    }

    public String email() {
        return subscription.map(Subscription::email).orElse("");
    }

    /** Of the webhook; empty for mail. */
    public String url() {
        return subscription.map(Subscription::url).orElse("");
    }

    public boolean paused() {
        return subscription
                .filter(some -> some.state() == SubscriptionState.PAUSED)
                .isPresent();
    }

    /** A new one, right after it was made; else empty. */
    public String secret() {
        return secret;
    }

    /** Whether the button of this name was pressed and has worked. */
    public boolean done(String what) {
        return request.getMethod().equals("GET") && form.text(DONE).equals(what);
    }

    public boolean some() {
        return typed()
                ? form.some()
                : subscription.map(current -> !current.topics().all()).orElse(false);
    }

    public boolean chosen(String topic) {
        return typed()
                ? form.topics().contains(topic)
                : some()
                        && subscription
                                .map(current -> current.topics().has(topic))
                                .orElse(false);
    }

    public List<TopicGroups.Group> groups() {
        return groups;
    }

    public List<LanguageChoice> languages() {
        var current = form.language(offered())
                .or(() -> subscription.map(Subscription::language))
                .orElse(reader.get().ui());
        return offered().stream()
                .map(language -> new LanguageChoice(language, current))
                .toList();
    }

    public List<DeliveryLog.Entry> deliveries() {
        return deliveries;
    }

    public String unsubscribe() {
        return route.prefix() + SubscriptionAddresses.unsubscribe(route.id(), route.token());
    }

    /** Where one can ask anew. */
    public String subscribe() {
        return route.prefix() + SubscriptionAddresses.path(route.id());
    }
}
