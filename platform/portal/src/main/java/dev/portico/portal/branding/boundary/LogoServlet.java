package dev.portico.portal.branding.boundary;

import dev.portico.portal.web.CurrentRoute;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A tenant's logo, for everybody. Its address names its content, so browsers never ask again. */
@WebServlet("/internal/logo")
public class LogoServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Brandings brandings;

    @Inject
    transient CurrentRoute route;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var logo = brandings.logo(route.id());
        var content = logo.content();
        response.setContentType(logo.mediaType());
        response.setContentLength(content.length);
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        response.getOutputStream().write(content);
    }
}
