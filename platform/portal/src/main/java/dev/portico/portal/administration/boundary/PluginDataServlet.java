package dev.portico.portal.administration.boundary;

import dev.portico.portal.release.boundary.PluginData;
import dev.portico.portal.web.CurrentRoute;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A plugin's own tables as a file. */
@WebServlet("/internal/plugin-data")
public class PluginDataServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient PluginData data;

    @Inject
    transient CurrentRoute route;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        data.recordExport(route.id());
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + route.id() + ".zip\"");
        response.setHeader("Cache-Control", "no-store");
        data.export(route.id(), response.getOutputStream());
    }
}
