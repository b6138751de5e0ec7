package dev.portico.portal.migration.boundary;

import dev.portico.portal.failure.PortalException;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.login.ServedTenants;
import dev.portico.portal.web.CurrentRoute;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** How far a migration is, for the script that moves the page's bar. */
@WebServlet("/internal/migration-progress")
public class MigrationProgressServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Migrations migrations;

    @Inject
    transient ServedTenants served;

    @Inject
    transient CurrentReader reader;

    @Inject
    transient CurrentRoute route;

    @Inject
    transient Texts texts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var report = migrations
                .report(route.id())
                .filter(found ->
                        served.find(found.migration().way().targetTenant()).isPresent())
                .orElseThrow(PortalException::notFound);
        var view = new MigrationView(report, Optional.empty(), reader.get(), texts);
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter()
                .write(Json.createObjectBuilder()
                        .add("value", view.passed())
                        .add("max", report.migration().total())
                        .add("text", view.progress())
                        .add("running", report.migration().running())
                        .build()
                        .toString());
    }
}
