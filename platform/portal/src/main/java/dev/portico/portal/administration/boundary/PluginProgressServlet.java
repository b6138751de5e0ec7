package dev.portico.portal.administration.boundary;

import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Texts;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** Whether a plugin still is as a page shows it, and how far the nodes are, for the script that moves the page's bar. */
@WebServlet("/internal/plugin-progress")
public class PluginProgressServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient PluginReleasesPage page;

    @Inject
    transient CurrentReader reader;

    @Inject
    transient Texts texts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        var nodes = page.nodes().size();
        var there = page.nodesThere();
        response.getWriter()
                .write(Json.createObjectBuilder()
                        .add("value", there)
                        .add("max", nodes)
                        .add(
                                "text",
                                texts.text(reader.get(), "release.progress", Map.of("there", there, "nodes", nodes)))
                        .add("running", page.moving() && page.stage().equals(request.getParameter("shown")))
                        .build()
                        .toString());
    }
}
