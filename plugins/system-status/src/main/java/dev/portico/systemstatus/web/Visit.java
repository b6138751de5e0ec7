package dev.portico.systemstatus.web;

import dev.portico.plugin.TenantView;
import dev.portico.plugin.web.WebRequest;
import java.time.Instant;

/** A request, for whom, and when. */
public record Visit(TenantView tenant, WebRequest request, Instant now) {
    boolean posted() {
        return request.method() == WebRequest.Method.POST;
    }

    boolean posted(String form) {
        return posted() && request.field("form").filter(form::equals).isPresent();
    }

    String variable(String name) {
        return request.variables().getOrDefault(name, "");
    }
}
