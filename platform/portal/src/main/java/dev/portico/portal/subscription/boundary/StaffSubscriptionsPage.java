package dev.portico.portal.subscription.boundary;

import dev.portico.portal.failure.PortalException;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.plugin.boundary.TenantDesks;
import dev.portico.portal.subscription.control.NewsChannels;
import dev.portico.portal.subscription.entity.Subscription;
import dev.portico.portal.subscription.entity.SubscriptionState;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.web.CurrentRoute;
import dev.portico.portal.web.Links;
import dev.portico.portal.web.Notices;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is told of a plugin's news, for administrators of the tenant (F3). What is looked for stands in the address. */
@Named
@RequestScoped
public class StaffSubscriptionsPage {
    private static final int SIZE = 25;
    private static final String END = "end";
    private static final String AGAIN = "again";

    @Inject
    StaffSubscriptions subscriptions;

    @Inject
    NewsChannels channels;

    @Inject
    TenantDesks plugins;

    @Inject
    DeliveryLog log;

    @Inject
    TenantContext tenants;

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
    HttpServletRequest request;

    private StaffSubscriptions.Numbers numbers = new StaffSubscriptions.Numbers(0, 0, 0, 0);
    private List<Row> rows = List.of();
    private Optional<Subscription> logged = Optional.empty();
    private String part = "";
    private int page;
    private long total;

    /**
     * A subscription.
     *
     * @param address of the webhook, or of the person where there is none
     * @param label message key of its state
     * @param log address of this page with its messages; empty for mail
     */
    public record Row(
            String id,
            String address,
            String email,
            String label,
            String tone,
            boolean ended,
            Instant createdAt,
            String log) {}

    @PostConstruct
    void load() {
        if (channels.find(route.id()).isEmpty()) {
            throw plugins.absent();
        }
        part = parameter("q");
        page = parameter("page").matches("[0-9]{1,6}") ? Integer.parseInt(parameter("page")) : 0;
        numbers = subscriptions.numbers(route.id());
        total = subscriptions.count(route.id(), part);
        rows = subscriptions.page(route.id(), part, page, SIZE).stream()
                .map(this::row)
                .toList();
        logged =
                Optional.of(parameter("log")).filter(id -> !id.isEmpty()).map(id -> subscriptions.find(route.id(), id));
    }

    private String parameter(String name) {
        return Optional.ofNullable(request.getParameter(name))
                .map(String::strip)
                .filter(text -> text.length() <= 200 && text.chars().noneMatch(Character::isISOControl))
                .orElse("");
    }

    private Row row(Subscription subscription) {
        var address = subscription.webhook() ? subscription.url() : subscription.email();
        var state = subscription.state();
        return new Row(
                subscription.id(),
                address,
                subscription.webhook() ? subscription.email() : "",
                switch (state) {
                    case PENDING -> "subscription.staff.pending";
                    case ACTIVE -> "subscription.staff.active";
                    case PAUSED -> "subscription.staff.paused";
                    case ENDED -> "subscription.staff.ended";
                },
                switch (state) {
                    case ACTIVE -> "tone-ok";
                    case PAUSED -> "tone-warn";
                    case PENDING, ENDED -> "tone-neutral";
                },
                subscription.endedAt().isPresent(),
                subscription.createdAt(),
                subscription.webhook() ? log(subscription) : "");
    }

    /** Before the page is written: does what the button says that was pressed, if one was. */
    public void act() throws IOException {
        var faces = FacesContext.getCurrentInstance();
        if (faces.isPostback() && !parameter(END).isEmpty()) {
            end(parameter(END));
            faces.getExternalContext().redirect(here());
        } else if (faces.isPostback() && !parameter(AGAIN).isEmpty()) {
            var to = logged.orElseThrow(PortalException::notFound);
            subscriptions.sendAgain(route.id(), to.id(), parameter(AGAIN));
            notices.success("subscription.again.done", Map.of());
            faces.getExternalContext().redirect(log(to));
        }
    }

    private void end(String id) {
        try {
            var ended = subscriptions.find(route.id(), id);
            subscriptions.end(route.id(), id);
            notices.success(
                    "subscription.staff.done", Map.of("address", ended.webhook() ? ended.url() : ended.email()));
        } catch (PortalException gone) {
            if (gone.kind() != PortalException.Kind.NOT_FOUND) {
                throw gone;
            }
            notices.warning("subscription.staff.gone", Map.of());
        }
    }

    public String here() {
        return links.staffSubscriptions(tenants.require().id(), route.id());
    }

    private String log(Subscription subscription) {
        return here() + "?log=" + subscription.id();
    }

    public String plugin() {
        return links.staffPlugin(tenants.require().id(), route.id());
    }

    public String label() {
        return channels.label(route.id(), reader.get());
    }

    /** How many are told, and how many are not. */
    public String numbers() {
        return texts.text(
                reader.get(),
                "subscription.staff.numbers",
                Map.of(
                        "mail",
                        numbers.byMail(),
                        "webhook",
                        numbers.byWebhook(),
                        "pending",
                        numbers.pending(),
                        "paused",
                        numbers.paused()));
    }

    public List<Row> rows() {
        return rows;
    }

    public String part() {
        return part;
    }

    public long total() {
        return total;
    }

    public long from() {
        return (long) page * SIZE + 1;
    }

    public long to() {
        return from() + rows.size() - 1;
    }

    /** Address of the page before; empty on the first one. */
    public String previous() {
        return page > 0 ? at(page - 1) : "";
    }

    /** Address of the page after; empty on the last one. */
    public String next() {
        return to() < total && !rows.isEmpty() ? at(page + 1) : "";
    }

    private String at(int other) {
        return here() + "?page=" + other
                + (part.isEmpty() ? "" : "&q=" + URLEncoder.encode(part, StandardCharsets.UTF_8));
    }

    /** The webhook whose messages are shown; empty where none was asked for. */
    public String logged() {
        return logged.map(Subscription::url).orElse("");
    }

    /** Whether something can be sent to that webhook now. */
    public boolean sendable() {
        return logged.filter(subscription -> subscription.state() == SubscriptionState.ACTIVE)
                .isPresent();
    }

    public List<DeliveryLog.Entry> deliveries() {
        return logged.map(subscription -> log.of(subscription.id())).orElse(List.of());
    }
}
