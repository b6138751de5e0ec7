package dev.portico.systemtests.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.page.LoginPage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Somebody with a browser profile of their own. */
public final class Visitor implements AutoCloseable {
    private static final String WATCH_POLICY = """
            document.addEventListener("securitypolicyviolation", (event) => console.error(
                `Content security policy: ${event.violatedDirective} forbids ${event.blockedURI} at ${location.href}`))""";

    private final PortalStack stack;
    private final Look look;
    private final BrowserContext context;
    private final Page page;
    private final List<String> troubles = new ArrayList<>();
    private Predicate<String> expected = trouble -> false;

    Visitor(Browser browser, PortalStack stack, Look look) {
        this.stack = stack;
        this.look = look;
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(look.width(), look.height())
                .setLocale(look.language().browserLocale())
                .setColorScheme(ColorScheme.LIGHT)
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
        context.addInitScript(WATCH_POLICY);
        context.onConsoleMessage(this::heard);
        context.onWebError(error -> note("Script error: " + error.error()));
        this.page = context.newPage();
        page.setDefaultTimeout(15_000);
    }

    private void heard(ConsoleMessage message) {
        if (message.type().equals("error") && ofPortal(message)) {
            note("Console: " + message.text() + " (" + message.location() + ")");
        }
    }

    /** Keycloak's own pages are not ours to judge. */
    private boolean ofPortal(ConsoleMessage message) {
        return message.page() == null || message.page().url().startsWith(stack.portalUrl());
    }

    private void note(String trouble) {
        if (!expected.test(trouble)) {
            troubles.add(look + ": " + trouble);
        }
    }

    /** From now on such a complaint of the browser is what the test provokes. */
    public void expectTrouble(String part) {
        var before = expected;
        expected = trouble -> before.test(trouble) || trouble.contains(part);
    }

    List<String> troubles() {
        return List.copyOf(troubles);
    }

    public Page page() {
        return page;
    }

    public void resize(Look other) {
        page().setViewportSize(other.width(), other.height());
    }

    public Look look() {
        return look;
    }

    public Language language() {
        return look.language();
    }

    /** In the visitor's language. */
    public String say(String english, String spanish) {
        return look.language().say(english, spanish);
    }

    /** Opens an address of the portal. {@code path} begins with a slash. */
    public Visitor go(String path) {
        page.navigate(stack.portalUrl() + path);
        return this;
    }

    /** Opens an address that needs a login and logs in at Keycloak. */
    public Visitor goAs(String account, String path) {
        go(path);
        return login(account);
    }

    /** Logs in at Keycloak, where the portal has sent us. */
    public Visitor login(String account) {
        page.waitForURL(url -> url.startsWith(stack.keycloakUrl()));
        new LoginPage(page).login(account);
        page.waitForURL(url -> url.startsWith(stack.portalUrl()) && !url.contains("/login/callback"));
        return this;
    }

    /** Where the visitor is, without the portal's own address. */
    public String path() {
        var url = page.url();
        return url.startsWith(stack.portalUrl())
                ? url.substring(stack.portalUrl().length())
                : url;
    }

    public void prefer(ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    /** As if the session had run out: the portal and Keycloak have forgotten the login. */
    public void forgetLogin() {
        context.clearCookies();
    }

    public void photograph(Path file) {
        try {
            page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        } catch (PlaywrightException tooLate) {
            troubles.add("No picture: " + tooLate.getMessage());
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
