package dev.portico.portal.attachment.boundary;

import dev.portico.portal.attachment.control.Upload;
import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.login.CurrentUser;
import dev.portico.portal.web.CurrentRoute;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Takes a form's files one by one, as they are chosen: the body is the file, the header {@code X-File-Name} its name,
 * percent-encoded. That header, which no form of another site can send, is also the guard against forged requests. What a use case refuses is
 * answered by the filter in front.
 */
@WebServlet("/internal/upload")
public class UploadServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String NAME = "X-File-Name";

    @Inject
    transient Attachments attachments;

    @Inject
    transient CurrentUser user;

    @Inject
    transient CurrentRoute route;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var upload = new Upload(request.getInputStream(), name(request), request.getContentLengthLong());
        var file = attachments.addDraft(user.subject(), user.name(), route.form(), upload);
        var answer = Json.createObjectBuilder()
                .add("id", file.id())
                .add("name", file.name())
                .add("size", file.size())
                .build();
        response.setStatus(HttpServletResponse.SC_CREATED);
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(answer.toString());
    }

    @Override
    protected void doDelete(HttpServletRequest request, HttpServletResponse response) {
        attachments.removeDraft(user.subject(), route.form(), route.id());
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private static String name(HttpServletRequest request) {
        try {
            return Optional.ofNullable(request.getHeader(NAME))
                    .map(name -> URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8))
                    .orElseThrow(() -> PortalException.invalid(new FieldProblem(NAME, "ticket.problem.required")));
        } catch (IllegalArgumentException e) {
            throw PortalException.invalid(new FieldProblem(NAME, "ticket.problem.unreadable"));
        }
    }
}
