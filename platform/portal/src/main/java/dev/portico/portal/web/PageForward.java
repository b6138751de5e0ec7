package dev.portico.portal.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Lets a page say what something else has found out. */
@ApplicationScoped
public class PageForward {
    @Inject
    CurrentRoute route;

    @Inject
    SecurityHeaders headers;

    /** @param page a constant: never made from a request, the database or what a plugin says */
    public void show(HttpServletRequest request, HttpServletResponse response, String page)
            throws ServletException, IOException {
        headers.applyToPage(response);
        var original = RoutedRequest.original(request);
        original.getRequestDispatcher(page).forward(new PlainRequest(original, route.prefix()), response);
    }
}
