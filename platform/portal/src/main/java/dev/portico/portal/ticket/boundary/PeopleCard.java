package dev.portico.portal.ticket.boundary;

import dev.portico.portal.failure.PortalException;
import dev.portico.portal.page.FormProblems;
import dev.portico.portal.ticket.control.Actor;
import dev.portico.portal.ticket.control.ParticipantStore.Involved;
import dev.portico.portal.ticket.control.TicketAccess;
import dev.portico.portal.ticket.entity.Part;
import dev.portico.portal.web.CurrentRoute;
import dev.portico.portal.web.Links;
import dev.portico.portal.web.Notices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The people of a ticket, on the requester's page and on the agents': who takes part, who might, and who gets mails. */
@Named
@RequestScoped
public class PeopleCard {
    private static final String PERSON = "person";
    private static final String JOIN = "join";
    private static final String REMOVE = "remove";
    private static final String MUTE = "mute";

    @Inject
    Tickets tickets;

    @Inject
    TicketAccess access;

    @Inject
    CurrentActor actor;

    @Inject
    CurrentRoute route;

    @Inject
    Links links;

    @Inject
    Notices notices;

    @Inject
    FormProblems problems;

    @Inject
    HttpServletRequest request;

    private @Nullable PeopleView people;

    /** Before the page is written: does what the button says that was pressed, if one was. */
    public void act() throws IOException {
        if (!FacesContext.getCurrentInstance().isPostback()) {
            return;
        }
        if (entered(JOIN).isPresent()) {
            attempt(
                    "ticket.people.joined",
                    () -> tickets.confirm(
                            actor.get(), route.number(), entered(JOIN).get()));
        } else if (entered(REMOVE).isPresent()) {
            remove(entered(REMOVE).get());
        } else if (entered(MUTE).isPresent()) {
            var muted = entered(MUTE).get().equals("true");
            attempt(
                    muted ? "ticket.people.muted" : "ticket.people.unmuted",
                    () -> tickets.mute(actor.get(), route.number(), muted));
        }
    }

    private void remove(String subject) throws IOException {
        var left = subject.equals(actor.get().subject());
        tickets.remove(actor.get(), route.number(), subject);
        notices.success(left ? "ticket.people.left" : "ticket.people.removed", Map.of());
        go(left ? links.tickets() : route.path());
    }

    public void invite() throws IOException {
        attempt("ticket.people.joined", () -> tickets.invite(actor.get(), route.number(), person()));
    }

    private void attempt(String successKey, Runnable deed) throws IOException {
        try {
            deed.run();
            notices.success(successKey, Map.of());
            go(route.path());
        } catch (PortalException problem) {
            problems.take(problem);
        }
    }

    private static void go(String address) throws IOException {
        FacesContext.getCurrentInstance().getExternalContext().redirect(address);
    }

    private Optional<String> entered(String name) {
        return Optional.ofNullable(request.getParameter(name));
    }

    /** The address as it was typed. */
    public String person() {
        return entered(PERSON).orElse("");
    }

    /** Empty if nothing is wrong with it. */
    public String problem() {
        return problems.of(PERSON);
    }

    public PeopleView of(TicketView view) {
        if (people == null) {
            people = read(view);
        }
        return people;
    }

    private PeopleView read(TicketView view) {
        var me = actor.get();
        var people = view.details().people();
        var own = people.stream()
                .filter(each -> each.participant().subject().equals(me.subject()))
                .findFirst();
        var invites = access.involves(me, view.ticket());
        return new PeopleView(
                rows(me, view, Part.TAKING_PART, invites),
                invites
                        ? rows(me, view, Part.NAMED, true).stream()
                                .filter(PeopleView.Row::removable)
                                .toList()
                        : List.of(),
                invites && (!me.customer() || me.organization().isPresent()),
                view.ticket().requestedBy(me.subject())
                        || own.filter(each -> each.participant().takesPart()).isPresent(),
                own.filter(each -> each.participant().muted()).isPresent());
    }

    private List<PeopleView.Row> rows(Actor me, TicketView view, Part part, boolean invites) {
        return view.details().people().stream()
                .filter(each -> each.participant().part() == part
                        && !view.ticket().requestedBy(each.participant().subject()))
                .map(each -> row(me, each, invites))
                .toList();
    }

    private PeopleView.Row row(Actor me, Involved each, boolean invites) {
        var account = each.account();
        var own = account.subject().equals(me.subject());
        return new PeopleView.Row(
                account.subject(),
                account.name(),
                me.customer() ? "" : account.email(),
                own,
                own || invites && (each.participant().takesPart() || access.mayInvolve(me, account)));
    }
}
