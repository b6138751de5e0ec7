package dev.portico.portal.people.boundary;

import dev.portico.portal.failure.PortalException;
import dev.portico.portal.people.entity.PeopleImport.State;
import dev.portico.portal.web.CurrentRoute;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** How far an import is, for the script that moves the page's bar. */
@WebServlet("/internal/people-import-progress")
public class ImportProgressServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient PeopleImports imports;

    @Inject
    transient ImportWords words;

    @Inject
    transient CurrentRoute route;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var report = imports.report(route.id()).orElseThrow(PortalException::notFound);
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter()
                .write(Json.createObjectBuilder()
                        .add("value", report.subject().passed())
                        .add("max", report.subject().total())
                        .add("text", words.progress(report))
                        .add("running", report.subject().state() == State.RUNNING)
                        .build()
                        .toString());
    }
}
