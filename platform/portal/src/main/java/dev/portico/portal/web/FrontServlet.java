package dev.portico.portal.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Stands where the container's servlet for files would, so that no file of the application is ever sent. It is the one
 * that browsers' addresses are mapped to before the filter forwards them, and the container parses a form with files
 * only by that servlet's settings.
 */
@WebServlet("/")
@MultipartConfig(
        maxFileSize = FrontServlet.MOST_BYTES,
        maxRequestSize = FrontServlet.MOST_BYTES + FrontServlet.THRESHOLD,
        fileSizeThreshold = FrontServlet.THRESHOLD)
public class FrontServlet extends HttpServlet {
    static final int MOST_BYTES = 104_857_600;
    static final int THRESHOLD = 65_536;
    private static final long serialVersionUID = 1L;

    @Inject
    transient Failures failures;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        failures.send(request, response, Failure.notFound());
    }
}
