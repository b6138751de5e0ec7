package dev.portico.portal.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/** Every failure of an API call, as a problem document. */
@Provider
@ApplicationScoped
public class ProblemMapper implements ExceptionMapper<Throwable> {
    @Inject
    Problems problems;

    @Inject
    Failures failures;

    @Inject
    MovedTickets moved;

    @Inject
    HttpServletRequest request;

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 400) {
            return web.getResponse();
        }
        var elsewhere = moved.address(request.getMethod(), thrown);
        if (elsewhere.isPresent()) {
            return Response.status(Response.Status.MOVED_PERMANENTLY)
                    .location(elsewhere.get())
                    .build();
        }
        var failure = failure(thrown);
        var response = Response.status(failure.status())
                .type(Problems.TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, problems.language())
                .entity(problems.document(failure));
        if (thrown instanceof NotAllowedException notAllowed) {
            response.header(HttpHeaders.ALLOW, notAllowed.getResponse().getHeaderString(HttpHeaders.ALLOW));
        }
        return response.build();
    }

    private Failure failure(Throwable thrown) {
        var known = Failure.known(thrown);
        if (known.isPresent()) {
            return known.get();
        }
        if (thrown instanceof NotFoundException) {
            return Failure.notFound();
        }
        if (thrown instanceof NotAllowedException) {
            return Failure.methodNotAllowed();
        }
        if (thrown instanceof ClientErrorException mistaken) {
            return Failure.badRequest(mistaken.getResponse().getStatus());
        }
        return isUnreadable(thrown) ? Failure.badRequest(400) : failures.explain(thrown);
    }

    /** Whether the body is no JSON, or JSON of another shape. */
    private static boolean isUnreadable(Throwable thrown) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonbException || cause instanceof JsonException) {
                return true;
            }
        }
        return false;
    }
}
