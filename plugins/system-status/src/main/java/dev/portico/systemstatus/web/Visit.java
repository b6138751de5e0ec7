package dev.portico.systemstatus.web;

import dev.portico.plugin.TenantView;
import dev.portico.plugin.web.WebRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A request, for whom, and when. */
public record Visit(TenantView tenant, WebRequest request, Instant now) {
    private static final Set<String> WRITTEN = Set.of("en", "es");

    public boolean posted() {
        return request.method() == WebRequest.Method.POST;
    }

    public boolean posted(String form) {
        return posted() && request.field("form").filter(form::equals).isPresent();
    }

    /** Languages that texts are asked for in. */
    public List<Locale> languages() {
        var asked = request.languages().stream()
                .filter(language -> WRITTEN.contains(language.getLanguage()))
                .toList();
        return asked.isEmpty() ? List.of(Locale.ENGLISH) : asked;
    }

    public ZoneId zone() {
        return request.reader().zone();
    }

    public String variable(String name) {
        return request.variables().getOrDefault(name, "");
    }
}
