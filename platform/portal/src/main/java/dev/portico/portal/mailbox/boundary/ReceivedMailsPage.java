package dev.portico.portal.mailbox.boundary;

import dev.portico.portal.failure.PortalException;
import dev.portico.portal.mailbox.control.MailboxStore;
import dev.portico.portal.mailbox.control.ReceivedMailStore.Place;
import dev.portico.portal.mailbox.control.ReceivedMailStore.Row;
import dev.portico.portal.mailbox.entity.MailReason;
import dev.portico.portal.mailbox.entity.MailState;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.web.Links;
import dev.portico.portal.web.Notices;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How the tenant's mailboxes do, and what became of each mail. What is looked at stands in the address. */
@Named
@RequestScoped
public class ReceivedMailsPage {
    private static final int SIZE = 25;
    private static final String AGAIN = "again";
    private static final String DISMISS = "dismiss";
    private static final String ALL_AGAIN = "all-again";
    private static final String VOUCH = "vouch";
    private static final Set<MailReason> NOT_ALL_HERE =
            EnumSet.of(MailReason.TOO_LARGE, MailReason.UNREADABLE, MailReason.GONE);
    private static final Pattern PLACE = Pattern.compile("([0-9]{1,12})\\.([0-9]{1,9})\\.([0-9a-f-]{1,36})");

    @Inject
    ReceivedMails mails;

    @Inject
    TenantContext tenants;

    @Inject
    Links links;

    @Inject
    Notices notices;

    @Inject
    HttpServletRequest request;

    private List<MailboxStore.State> mailboxes = List.of();
    private List<Row> rows = List.of();
    private Optional<MailState> state = Optional.empty();
    private boolean more;
    private long failed;

    /**
     * A choice of what is shown.
     *
     * @param label message key
     */
    public record View(String label, String href, boolean current) {}

    @PostConstruct
    void load() {
        state = Arrays.stream(MailState.values())
                .filter(value -> word(value).equals(request.getParameter("state")))
                .findFirst();
        var place = Optional.ofNullable(request.getParameter("after")).flatMap(ReceivedMailsPage::place);
        // One more tells whether there are more.
        var overview = mails.overview(state, place, SIZE + 1);
        mailboxes = overview.mailboxes();
        more = overview.mails().size() > SIZE;
        failed = overview.failed();
        rows = overview.mails().stream().limit(SIZE).toList();
    }

    private static Optional<Place> place(String text) {
        var match = PLACE.matcher(text);
        return match.matches()
                ? Optional.of(new Place(
                        Instant.ofEpochSecond(Long.parseLong(match.group(1)), Long.parseLong(match.group(2))),
                        match.group(3)))
                : Optional.empty();
    }

    /** Before the page is written: does what the button says that was pressed, if one was. */
    public void act() throws IOException {
        var faces = FacesContext.getCurrentInstance();
        var again = request.getParameter(AGAIN);
        var dismiss = request.getParameter(DISMISS);
        var vouch = request.getParameter(VOUCH);
        var all = request.getParameter(ALL_AGAIN) != null;
        if (!faces.isPostback() || again == null && dismiss == null && vouch == null && !all) {
            return;
        }
        try {
            if (all) {
                notices.success("mailbox.all-again.done", Map.of("count", mails.tryFailedAgain()));
            } else if (again != null) {
                notices.success(mails.tryAgain(again) ? "mailbox.again.done" : "mailbox.again.fetched", Map.of());
            } else if (vouch != null) {
                mails.vouch(vouch);
                notices.success("mailbox.again.done", Map.of());
            } else if (dismiss != null) {
                mails.dismiss(dismiss);
                notices.success("mailbox.dismiss.done", Map.of());
            }
        } catch (PortalException gone) {
            notices.warning("mailbox.gone", Map.of());
        }
        faces.getExternalContext().redirect(address(state));
    }

    private String here() {
        return links.staffReceivedMails(tenants.require().id());
    }

    private String address(Optional<MailState> shown) {
        return shown.map(some -> here() + "?state=" + word(some)).orElseGet(this::here);
    }

    public List<View> views() {
        var all = new View("mailbox.state.all", here(), state.isEmpty());
        return Stream.concat(
                        Stream.of(all),
                        Arrays.stream(MailState.values())
                                .map(value -> new View(
                                        label(value), address(Optional.of(value)), state.equals(Optional.of(value)))))
                .toList();
    }

    public List<MailboxStore.State> mailboxes() {
        return mailboxes;
    }

    /** How many could not be processed. */
    public long failed() {
        return failed;
    }

    public List<Row> rows() {
        return rows;
    }

    /** Message key. */
    public String label(MailState value) {
        return "mailbox.state." + word(value);
    }

    /** Message key of why it is where it is. */
    public String why(MailReason reason) {
        return "mailbox.reason." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Message key of what is wrong with a mailbox. */
    public String problem(MailboxStore.State mailbox) {
        return mailbox.problem()
                .map(problem -> "mailbox.problem."
                        + problem.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .orElse("");
    }

    public String tone(MailState value) {
        return switch (value) {
            case TICKET, COMMENT -> "tone-ok";
            case ASIDE -> "tone-warn";
            case WAITING -> "tone-info";
            case IGNORED, ANSWERED -> "tone-neutral";
        };
    }

    public boolean aside(Row row) {
        return row.state() == MailState.ASIDE;
    }

    /** Of a mail that is not all here the rest has to be at its server. */
    public boolean repeatable(Row row) {
        return aside(row)
                && (row.atServer()
                        || row.reason().filter(NOT_ALL_HERE::contains).isEmpty());
    }

    /** Whether somebody has to say that it is from its sender. */
    public boolean unproven(Row row) {
        return aside(row) && row.reason().filter(MailReason.UNPROVEN::equals).isPresent();
    }

    public String newMailbox() {
        return links.staffNewMailbox(tenants.require().id());
    }

    public String setUp(MailboxStore.State mailbox) {
        return links.staffMailbox(tenants.require().id(), mailbox.id());
    }

    public String source(Row row) {
        return here() + "/" + row.id();
    }

    public String ticket(Row row) {
        return row.ticketNumber()
                .map(number -> links.staffTicket(tenants.require().id(), number))
                .orElse("");
    }

    /** Address of the older ones; empty where there are none. */
    public String older() {
        if (!more) {
            return "";
        }
        var last = rows.get(rows.size() - 1);
        var at = last.receivedAt();
        return address(state) + (state.isPresent() ? "&" : "?") + "after=" + at.getEpochSecond() + "." + at.getNano()
                + "." + last.id();
    }

    private static String word(MailState value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
