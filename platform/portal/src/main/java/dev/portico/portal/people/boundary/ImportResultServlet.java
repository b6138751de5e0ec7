package dev.portico.portal.people.boundary;

import dev.portico.portal.attachment.control.ContentDisposition;
import dev.portico.portal.csv.CsvFile;
import dev.portico.portal.people.control.ImportStore.Result;
import dev.portico.portal.web.CurrentRoute;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** What has become of each row of a file, as a file. Sent as it is read, in portions. */
@WebServlet("/internal/people-import-result")
public class ImportResultServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int PORTION = 500;

    @Inject
    transient PeopleImports imports;

    @Inject
    transient ImportWords words;

    @Inject
    transient CurrentRoute route;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // Before anything is sent, so that a failure has its page.
        var results = imports.results(route.id(), 0, PORTION);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                "Content-Disposition", ContentDisposition.attachment(words.text("people.import.result.file") + ".csv"));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "private, no-store");
        if (!request.getMethod().equals("HEAD")) {
            try (var csv = CsvFile.to(response.getOutputStream())) {
                csv.write(headings());
                while (!results.isEmpty()) {
                    results.forEach(result -> csv.write(cells(result)));
                    var last = results.get(results.size() - 1).row().line();
                    results = imports.results(route.id(), last, PORTION);
                }
            } catch (UncheckedIOException e) {
                // The reader has left, which is no failure of ours.
                throw e.getCause();
            }
        }
    }

    private List<String> headings() {
        return List.of(
                words.text("people.import.line"),
                words.text("common.given-name"),
                words.text("common.family-name"),
                words.text("people.email"),
                words.text("people.organization"),
                words.text("people.import.outcome"),
                words.text("people.import.reason"),
                words.text("people.state"));
    }

    private List<String> cells(Result result) {
        var row = result.row();
        return List.of(
                Long.toString(row.line()),
                row.givenName(),
                row.familyName(),
                row.email(),
                row.organization(),
                words.badge(row.outcome()).label(),
                words.reasons(row),
                words.standing(result));
    }
}
