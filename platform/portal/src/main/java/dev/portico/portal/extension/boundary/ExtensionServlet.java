package dev.portico.portal.extension.boundary;

import dev.portico.plugin.host.Outcome;
import dev.portico.plugin.manifest.PluginRoute.Access;
import dev.portico.plugin.web.Address;
import dev.portico.plugin.web.Answer;
import dev.portico.plugin.web.Page;
import dev.portico.plugin.web.WebHandler;
import dev.portico.plugin.web.WebRequest;
import dev.portico.portal.extension.control.ClaimedRoute;
import dev.portico.portal.extension.control.Decoding.Malformed;
import dev.portico.portal.extension.control.PageSize;
import dev.portico.portal.extension.control.RedirectHosts;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.plugin.boundary.PluginCalls;
import dev.portico.portal.plugin.control.PluginActed;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.web.Addresses;
import dev.portico.portal.web.Failure;
import dev.portico.portal.web.Failures;
import dev.portico.portal.web.Notices;
import dev.portico.portal.web.PageForward;
import dev.portico.portal.web.Redirect;
import dev.portico.portal.web.Visitor;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the plugin whose route the address is, and answers what it answers. */
@WebServlet("/internal/extension")
public class ExtensionServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ExtensionServlet.class);
    private static final String PAGE = "/pages/extension/page.xhtml";
    private static final int UNPROCESSABLE = 422;
    /** Of a session that holds nothing but a notice for the next page. */
    private static final Duration NOTICE = Duration.ofMinutes(5);

    @Inject
    transient ExtensionRoutes routes;

    @Inject
    transient RequestReading reading;

    @Inject
    transient PluginCalls plugins;

    @Inject
    transient PluginPage page;

    @Inject
    transient CurrentReader reader;

    @Inject
    transient Addresses addresses;

    @Inject
    transient Visitor visitor;

    @Inject
    transient Notices notices;

    @Inject
    transient PageForward forward;

    @Inject
    transient Failures failures;

    @Inject
    transient SentForms forms;

    @Inject
    transient TenantContext tenants;

    @Inject
    transient Event<PluginActed> acted;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var claimed = routes.claimed();
        try {
            var asked = reading.read(request, claimed);
            var answer = plugins.to(claimed.plugin())
                    .call(WebHandler.class, (handler, tenant) -> Optional.ofNullable(handler.answer(tenant, asked)));
            var said = said(claimed, answer);
            if (isAct(asked, said)) {
                note(claimed, asked);
            }
            send(request, response, claimed, said);
        } catch (Malformed unreadable) {
            failures.send(request, response, Failure.badRequest(HttpServletResponse.SC_BAD_REQUEST));
        }
    }

    /** Whether somebody has done something; a form that was refused has done nothing. */
    private static boolean isAct(WebRequest asked, Answer said) {
        return asked.method() == WebRequest.Method.POST && said instanceof Answer.SeeOther;
    }

    private void note(ClaimedRoute claimed, WebRequest asked) {
        if (claimed.route().access() == Access.ADMINISTRATOR) {
            forms.record(claimed, asked);
        }
        acted.fire(new PluginActed(
                tenants.require().id(), claimed.plugin().manifest().id()));
    }

    private static Answer said(ClaimedRoute claimed, Outcome<Optional<Answer>> outcome) {
        return outcome.orElse(Optional.empty()).orElseThrow(() -> unavailable(claimed, outcome.toString()));
    }

    private static PortalException unavailable(ClaimedRoute claimed, String why) {
        LOG.warn(
                "Route {} of plugin {} has no answer: {}",
                claimed.route().id(),
                claimed.plugin().manifest().id(),
                why);
        return PortalException.unavailable("failure.extension-unavailable");
    }

    private void send(HttpServletRequest request, HttpServletResponse response, ClaimedRoute claimed, Answer answer)
            throws ServletException, IOException {
        if (answer instanceof Page written) {
            show(request, response, claimed, written);
        } else if (answer instanceof Answer.Document document) {
            var shared = claimed.route().access() == Access.PUBLIC && !visitor.known();
            read(claimed, () -> DocumentAnswer.of(document, shared)).send(request, response);
        } else if (answer instanceof Answer.SeeOther other) {
            seeOther(request, response, claimed, other);
        } else if (answer instanceof Answer.Away away) {
            var to = read(claimed, () -> hosts(claimed).allowed(away.to()).orElseThrow(() -> refused(away.to())));
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader("Location", to);
        } else {
            failures.send(request, response, Failure.notFound());
        }
    }

    private void show(HttpServletRequest request, HttpServletResponse response, ClaimedRoute claimed, Page written)
            throws ServletException, IOException {
        var texts = claimed.plugin().texts(reader.get());
        var reading = new PageReading(texts, reader.get(), addresses, hosts(claimed), new PageSize());
        var view = read(claimed, () -> reading.read(written));
        page.show(view);
        response.setStatus(view.refused() ? UNPROCESSABLE : HttpServletResponse.SC_OK);
        forward.show(request, response, PAGE);
    }

    private void seeOther(
            HttpServletRequest request, HttpServletResponse response, ClaimedRoute claimed, Answer.SeeOther other) {
        var to = read(claimed, () -> other.to() instanceof Address.Site ? "" : addresses.href(other.to()));
        var words = claimed.plugin().texts(reader.get());
        var notice = read(claimed, () -> other.done().map(words::text));
        if (to.isEmpty()) {
            throw unavailable(claimed, "it answers with an address of another site");
        }
        // Only a form that was sent is worth a session: whoever just passes by gets none.
        if (request.getMethod().equals("POST")) {
            notice.ifPresent(text -> {
                if (request.getSession().isNew()) {
                    request.getSession().setMaxInactiveInterval((int) NOTICE.toSeconds());
                }
                notices.success("common.text", Map.of("text", text));
            });
        }
        Redirect.seeOther(response, to);
    }

    /** What a plugin answers may be incomplete in ways that the API's types do not show, or too large. */
    private static <R> R read(ClaimedRoute claimed, Supplier<R> reading) {
        try {
            return reading.get();
        } catch (PortalException refused) {
            throw refused;
        } catch (RuntimeException | StackOverflowError useless) {
            throw unavailable(claimed, "what it answers is of no use: " + useless);
        }
    }

    private static RedirectHosts hosts(ClaimedRoute claimed) {
        return RedirectHosts.of(claimed.plugin().manifest(), claimed.plugin().settings());
    }

    /** That the tenant's administrator lets nobody be sent there. */
    static PortalException refused(URI to) {
        LOG.warn("Nobody may be sent to {}", to.getHost());
        return PortalException.unavailable("failure.site-refused");
    }
}
