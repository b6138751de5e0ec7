package dev.portico.portal.web;

import dev.portico.portal.failure.PortalException;
import dev.portico.portal.log.LogContext;
import dev.portico.portal.log.RequestId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Turns what went wrong into an answer: a page for people, a problem document for programs. */
@ApplicationScoped
public class Failures {
    private static final Logger LOG = System.getLogger(Failures.class.getName());
    static final String PAGE = "/pages/failure.xhtml";
    private static final String RETRY_AFTER_SECONDS = "30";

    @Inject
    CurrentRoute route;

    @Inject
    FailurePage page;

    @Inject
    Problems problems;

    @Inject
    SecurityHeaders headers;

    @Inject
    PageForward forward;

    @Inject
    Notices notices;

    @Inject
    Gatekeeper gatekeeper;

    @Inject
    MovedTickets moved;

    /** Words for an exception; one that is nobody's mistake but ours is logged under the id that the person is told. */
    public Failure explain(Throwable thrown) {
        return Failure.known(thrown).orElseGet(() -> {
            var failure = Failure.unexpected();
            LOG.log(Level.ERROR, "Error " + failure.errorId().orElse("") + " at " + route.pathWithoutTokens(), thrown);
            return failure;
        });
    }

    public void send(HttpServletRequest request, HttpServletResponse response, Throwable thrown) throws IOException {
        var elsewhere = moved.address(request.getMethod(), thrown);
        if (elsewhere.isPresent() && !response.isCommitted()) {
            blank(response);
            response.setHeader("Cache-Control", "no-store");
            Redirect.send(
                    response, HttpServletResponse.SC_FOUND, elsewhere.get().toString());
        } else {
            send(request, response, explain(thrown));
        }
    }

    /** Answers the request; whatever was written before is thrown away. */
    public void send(HttpServletRequest request, HttpServletResponse response, Failure failure) throws IOException {
        if (response.isCommitted()) {
            LOG.log(Level.DEBUG, "Too late to say {0} at {1}", failure.status(), route.pathWithoutTokens());
            return;
        }
        var allow = response.getHeader("Allow");
        var challenge = response.getHeader("WWW-Authenticate");
        blank(response);
        response.setHeader("Cache-Control", "no-store");
        keep(response, "Allow", allow);
        keep(response, "WWW-Authenticate", challenge);
        if (failure.status() == PortalException.Kind.UNAVAILABLE.status()) {
            response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
        }
        if (route.answersProblems()) {
            problems.write(response, failure);
        } else if (Redirect.isAjax(request)) {
            reload(request, response, failure);
        } else {
            show(request, response, failure);
        }
    }

    // A part of a page cannot show a failure: the page is loaded again, and says what went wrong.
    private void reload(HttpServletRequest request, HttpServletResponse response, Failure failure) throws IOException {
        gatekeeper.keepForm(RoutedRequest.original(request));
        notices.error(failure.detailKey(), failure.args());
        Redirect.forPage(request, response, route.path());
    }

    private void show(HttpServletRequest request, HttpServletResponse response, Failure failure) throws IOException {
        page.show(failure);
        response.setStatus(failure.status());
        try {
            forward.show(request, response, PAGE);
        } catch (ServletException | RuntimeException e) {
            LOG.log(Level.ERROR, "The failure page itself fails", e);
            showPlain(response, failure);
        }
    }

    private void showPlain(HttpServletResponse response, Failure failure) throws IOException {
        if (!response.isCommitted()) {
            blank(response);
            response.setStatus(failure.status());
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().write(page.getTitle() + "\n\n" + page.getDetail() + "\n");
        }
    }

    private void blank(HttpServletResponse response) {
        response.reset();
        headers.apply(response);
        response.setHeader(RequestId.HEADER, LogContext.current().requestId());
    }

    private static void keep(HttpServletResponse response, String name, String value) {
        if (value != null) {
            response.setHeader(name, value);
        }
    }
}
