package dev.portico.portal.draft.boundary;

import dev.portico.portal.draft.control.DraftFormat;
import dev.portico.portal.login.CurrentUser;
import dev.portico.portal.web.CurrentRoute;
import dev.portico.portal.web.Failure;
import dev.portico.portal.web.Problems;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Takes what a page saves while its reader types. What a use case refuses is answered by the filter in front. */
@WebServlet("/internal/draft")
public class DraftServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String JSON = "application/json";

    /** Twice what a draft may hold: a browser may escape more than is kept. */
    private static final int MOST_BYTES = 128 * 1024;

    @Inject
    transient Drafts drafts;

    @Inject
    transient CurrentUser user;

    @Inject
    transient CurrentRoute route;

    @Inject
    transient Problems problems;

    @Override
    protected void doPut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // No form of another site can send this type, and a script of one would have to ask first.
        if (!isJson(request)) {
            problems.write(response, Failure.badRequest(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE));
            return;
        }
        var body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw DraftFormat.tooLarge();
        }
        try {
            var fields = DraftFormat.read(new String(body, StandardCharsets.UTF_8));
            drafts.save(user.subject(), route.form(), fields);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } catch (JsonException e) {
            problems.write(response, Failure.badRequest(HttpServletResponse.SC_BAD_REQUEST));
        }
    }

    @Override
    protected void doDelete(HttpServletRequest request, HttpServletResponse response) {
        drafts.discard(user.subject(), route.form());
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private static boolean isJson(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null
                && type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(JSON);
    }
}
