package dev.portico.portal.mail.boundary;

import dev.portico.plugin.manifest.Role;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.login.CurrentUser;
import dev.portico.portal.login.ServedTenants;
import dev.portico.portal.mail.boundary.UnsentMails.Listing;
import dev.portico.portal.mail.control.Backlog;
import dev.portico.portal.mail.control.MailHistory.Place;
import dev.portico.portal.mail.control.UnsentMail;
import dev.portico.portal.mail.control.UnsentMailStore.Filter;
import dev.portico.portal.mail.entity.MailProblem;
import dev.portico.portal.mail.entity.MailState;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.entity.Tenant;
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
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What waits of each programme's mails, was given up or is withheld, and those of one programme, with "send again". What is looked
 * at stands in the address.
 */
@Named
@RequestScoped
public class UnsentMailsPage {
    private static final int SIZE = 25;
    private static final List<MailState> STATES = List.of(MailState.DEAD, MailState.WITHHELD, MailState.QUEUED);
    private static final String TENANT = "tenant";
    private static final String STATE = "state";
    private static final String RECIPIENT = "q";
    private static final String AFTER = "after";
    private static final String LETTER = "letter";
    private static final String ALL = "all";
    private static final String UNTIL = "until";

    @Inject
    UnsentMails mails;

    @Inject
    ServedTenants served;

    @Inject
    TenantContext tenants;

    @Inject
    CurrentUser user;

    @Inject
    CurrentReader reader;

    @Inject
    Links links;

    @Inject
    Notices notices;

    @Inject
    HttpServletRequest request;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private List<Programme> programmes = List.of();
    private Optional<Tenant> tenant = Optional.empty();
    private Filter filter = new Filter(MailState.DEAD, "");
    private List<Row> rows = List.of();
    private String older = "";
    private long count;

    /** How much of a programme's mail has not gone out. */
    public record Programme(String name, Backlog backlog, String href, boolean current) {
        public @Nullable Instant oldest() {
            return backlog.oldest().orElse(null);
        }
    }

    /**
     * A choice of what is shown.
     *
     * @param label message key
     */
    public record View(String label, String href, boolean current, long count) {}

    /**
     * @param href of the mail; empty where the reader may not open the ticket that it belongs to
     * @param why message key
     */
    public record Row(UnsentMail mail, String href, String why) {
        public @Nullable Instant next() {
            return mail.nextAttemptAt().orElse(null);
        }
    }

    @PostConstruct
    void load() {
        var backlogs = served.all().stream()
                .map(one -> Map.entry(one, tenants.within(one, mails::backlog)))
                .toList();
        tenant = Optional.ofNullable(request.getParameter(TENANT))
                .map(id -> served.find(id).orElseThrow(PortalException::notFound));
        if (tenant.isEmpty()) {
            // Whoever asks for none wants to see what is wrong.
            tenant = backlogs.stream()
                    .filter(entry -> entry.getValue().dead() > 0)
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .or(() -> backlogs.stream().map(Map.Entry::getKey).findFirst());
        }
        filter = new Filter(state(), parameter(RECIPIENT).strip());
        programmes = backlogs.stream()
                .map(entry -> new Programme(
                        entry.getKey().name(reader.get().ui()),
                        entry.getValue(),
                        address(entry.getKey(), filter),
                        entry.getKey().id().equals(tenantId())))
                .toList();
        tenant.ifPresent(this::list);
    }

    private MailState state() {
        return STATES.stream()
                .filter(state -> word(state).equals(parameter(STATE)))
                .findFirst()
                .orElse(MailState.DEAD);
    }

    private String parameter(String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    private void list(Tenant shown) {
        // One more tells whether there are more.
        Supplier<Listing> list = () -> mails.list(filter, Place.parse(parameter(AFTER)), SIZE + 1, now);
        var listing = tenants.within(shown, list);
        count = listing.count();
        rows = listing.mails().stream()
                .limit(SIZE)
                .map(mail -> row(shown, mail))
                .toList();
        if (listing.mails().size() > SIZE) {
            var last = rows.get(SIZE - 1).mail();
            older = address(shown, filter) + "&" + AFTER + "=" + new Place(last.createdAt(), last.id());
        }
    }

    private Row row(Tenant shown, UnsentMail mail) {
        var href = mail.ticketNumber()
                .filter(number -> user.has(Role.AGENT))
                .map(number -> links.staffMail(shown.id(), number, mail.id()))
                .orElse("");
        return new Row(mail, href, mail.problem().map(UnsentMailsPage::why).orElseGet(this::unknown));
    }

    private static String why(MailProblem problem) {
        return "staff.mails.problem." + problem.name().toLowerCase(Locale.ROOT);
    }

    /** Nobody has tried, or that was before there were words for it. */
    private String unknown() {
        return filter.state() == MailState.QUEUED ? "staff.mails.problem.none" : "staff.mails.problem.failed";
    }

    private String address(Tenant of, Filter shown) {
        var recipient = shown.recipient().isEmpty()
                ? ""
                : "&" + RECIPIENT + "=" + URLEncoder.encode(shown.recipient(), StandardCharsets.UTF_8);
        return links.staffMails() + "?" + TENANT + "=" + of.id() + "&" + STATE + "=" + word(shown.state()) + recipient;
    }

    /** Before the page is written: sends again what the button says that was pressed, if one was. */
    public void act() throws IOException {
        var faces = FacesContext.getCurrentInstance();
        var letter = request.getParameter(LETTER);
        var all = request.getParameter(ALL);
        if (!faces.isPostback() || letter == null && all == null || tenant.isEmpty()) {
            return;
        }
        var of = tenant.get();
        if (letter != null) {
            again(of, letter);
        } else {
            allAgain(of);
        }
        faces.getExternalContext().redirect(address(of, filter));
    }

    private void again(Tenant of, String letter) {
        try {
            tenants.within(of, () -> {
                mails.again(letter);
                return letter;
            });
            notices.success("staff.mails.sent-again", Map.of());
        } catch (PortalException gone) {
            notices.warning("staff.mails.gone", Map.of());
        }
    }

    private void allAgain(Tenant of) {
        try {
            var until = Instant.parse(parameter(UNTIL));
            int sent = tenants.within(of, () -> mails.allAgain(filter, until));
            notices.success("staff.mails.all-sent-again", Map.of("count", sent));
        } catch (DateTimeException forged) {
            notices.warning("staff.mails.gone", Map.of());
        }
    }

    public List<Programme> programmes() {
        return programmes;
    }

    public String tenantId() {
        return tenant.map(Tenant::id).orElse("");
    }

    public String tenantName() {
        return tenant.map(one -> one.name(reader.get().ui())).orElse("");
    }

    public List<View> views() {
        return tenant.stream()
                .flatMap(of -> STATES.stream().map(state -> view(of, state)))
                .toList();
    }

    private View view(Tenant of, MailState state) {
        var backlog = programmes.stream()
                .filter(Programme::current)
                .map(Programme::backlog)
                .findFirst()
                .orElseThrow();
        var size =
                switch (state) {
                    case DEAD -> backlog.dead();
                    case WITHHELD -> backlog.withheld();
                    default -> backlog.queued();
                };
        return new View(
                "staff.mails.state." + word(state),
                address(of, new Filter(state, filter.recipient())),
                state == filter.state(),
                size);
    }

    public List<Row> rows() {
        return rows;
    }

    /** Of all that the filter lets through. */
    public long count() {
        return count;
    }

    /** When they were counted. */
    public Instant until() {
        return now;
    }

    public String stateWord() {
        return word(filter.state());
    }

    public String recipient() {
        return filter.recipient();
    }

    /** Address of the list without a search. */
    public String unsearched() {
        return tenant.map(of -> address(of, new Filter(filter.state(), ""))).orElse("");
    }

    /** Address of the older ones; empty where there are none. */
    public String older() {
        return older;
    }

    private static String word(MailState state) {
        return switch (state) {
            case QUEUED -> "waiting";
            case DEAD -> "failed";
            default -> "withheld";
        };
    }
}
