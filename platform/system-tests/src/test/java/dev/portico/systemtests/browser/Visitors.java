package dev.portico.systemtests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import dev.portico.systemtests.PortalStack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The people of one test. */
public final class Visitors {
    private final Browser browser;
    private final PortalStack stack;
    private final List<Visitor> visitors = new ArrayList<>();

    Visitors(Browser browser, PortalStack stack) {
        this.browser = browser;
        this.stack = stack;
    }

    /** Somebody new with an empty browser profile. */
    public Visitor open(Look look) {
        var visitor = new Visitor(browser, stack, look);
        visitors.add(visitor);
        return visitor;
    }

    void photograph(Path folder, String name) {
        for (var i = 0; i < visitors.size(); i++) {
            visitors.get(i).photograph(folder.resolve(name + "-" + (i + 1) + ".png"));
        }
    }

    void leave() {
        visitors.forEach(Visitor::close);
    }

    void leaveInPeace() {
        leave();
        assertThat(visitors).flatExtracting(Visitor::troubles).isEmpty();
    }
}
