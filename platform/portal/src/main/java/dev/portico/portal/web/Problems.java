package dev.portico.portal.web;

import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Failures as problem details (RFC 9457), in the caller's language. */
@ApplicationScoped
public class Problems {
    public static final String TYPE = "application/problem+json";

    @Inject
    Texts texts;

    @Inject
    CurrentReader reader;

    @Inject
    CurrentRoute route;

    public void write(HttpServletResponse response, Failure failure) throws IOException {
        response.setStatus(failure.status());
        response.setContentType(TYPE);
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Content-Language", language());
        response.getWriter().write(document(failure));
    }

    String language() {
        return reader.get().ui().toLanguageTag();
    }

    String document(Failure failure) {
        var to = reader.get();
        var document = Json.createObjectBuilder()
                .add("type", "about:blank")
                .add("title", texts.text(to, failure.titleKey()))
                .add("status", failure.status())
                .add("detail", texts.text(to, failure.detailKey(), failure.args()))
                .add("instance", route.pathWithoutQuery());
        failure.errorId().ifPresent(id -> document.add("errorId", id));
        if (!failure.fields().isEmpty()) {
            var errors = Json.createArrayBuilder();
            failure.fields()
                    .forEach(problem -> errors.add(Json.createObjectBuilder()
                            .add("field", problem.field())
                            .add("detail", texts.text(to, problem.key(), problem.args()))));
            document.add("errors", errors);
        }
        return document.build().toString();
    }
}
