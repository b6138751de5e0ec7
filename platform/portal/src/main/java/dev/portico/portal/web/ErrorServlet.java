package dev.portico.portal.web;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Takes the place of the container's own error pages, which name the server and its version. */
@WebServlet("/internal/error")
public class ErrorServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Failures failures;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = code instanceof Integer number ? number : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        if (thrown instanceof Throwable throwable) {
            failures.send(request, response, throwable);
        } else {
            failures.send(request, response, failure(status));
        }
    }

    private Failure failure(int status) {
        return switch (status) {
            case 404 -> Failure.notFound();
            case 403 -> Failure.forbidden();
            case 405 -> Failure.methodNotAllowed();
            default ->
                status >= 400 && status < 500
                        ? Failure.badRequest(status)
                        : failures.explain(new IllegalStateException("The container reports " + status));
        };
    }
}
