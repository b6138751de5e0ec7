package dev.portico.systemtests.journey;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.options.ColorScheme;
import dev.portico.systemtests.browser.Language;
import dev.portico.systemtests.browser.Visitor;
import java.util.ArrayList;
import java.util.List;

/** What every page must be: accessible by axe-core, readable in the dark as well, and no wider than its window. */
public final class PageCheck {
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    /** What inherits a colour starts its own transition when the one above it has ended: until there are no more. */
    private static final String AWAIT_COLOURS = """
            async () => {
                const frames = () => new Promise((frame) => requestAnimationFrame(() => requestAnimationFrame(frame)));
                await frames();
                for (let running; (running = document.getAnimations()).length > 0; await frames()) {
                    await Promise.allSettled(running.map((each) => each.finished));
                }
            }""";

    private static final String TOO_WIDE = """
            () => document.documentElement.scrollWidth <= innerWidth ? "" : `${document.documentElement.scrollWidth} wide: `
                + [...document.querySelectorAll("body *")]
                    .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
                    .slice(0, 5)
                    .map((element) => `${element.tagName}.${element.className}`)
                    .join(", ")""";

    private final Visitor visitor;
    private final List<String> faults = new ArrayList<>();

    public PageCheck(Visitor visitor) {
        this.visitor = visitor;
    }

    public List<String> faults() {
        return faults;
    }

    /** Looks at the page that the visitor is on. */
    public PageCheck check(String name) {
        awaitColours();
        faultsOf(name, new AxeBuilder(visitor.page()).withTags(RULES));
        // Colours are the same in every language.
        if (visitor.language() == Language.ENGLISH) {
            checkInTheDark(name);
        }
        checkWidth(name);
        visitor.resize(visitor.look().otherWidth());
        checkWidth(name + " resized");
        visitor.resize(visitor.look());
        return this;
    }

    private void checkWidth(String name) {
        var tooWide = (String) visitor.page().evaluate(TOO_WIDE);
        if (!tooWide.isEmpty()) {
            faults.add(visitor.look() + " " + name + " is " + tooWide);
        }
    }

    private void checkInTheDark(String name) {
        visitor.prefer(ColorScheme.DARK);
        awaitColours();
        faultsOf(name + " in the dark", new AxeBuilder(visitor.page()).withRules(List.of("color-contrast")));
        visitor.prefer(ColorScheme.LIGHT);
    }

    public PageCheck visit(String name, String path) {
        visitor.go(path);
        return check(name);
    }

    void awaitColours() {
        visitor.page().evaluate(AWAIT_COLOURS);
    }

    private void faultsOf(String name, AxeBuilder axe) {
        for (var rule : axe.analyze().getViolations()) {
            for (var node : rule.getNodes()) {
                faults.add(visitor.look() + " " + name + ": " + rule.getId() + " at " + node.getTarget() + " "
                        + node.getHtml() + " " + node.getFailureSummary());
            }
        }
    }
}
