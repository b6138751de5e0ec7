package dev.portico.systemtests.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.launcher.process.Waiting;
import dev.portico.plugin.fixtures.Publisher;
import dev.portico.systemtests.PortalProcess;
import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.login.AccountsExtension;
import dev.portico.testclient.Accounts;
import dev.portico.testclient.Api;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;

/** A plugin is upgraded and rolled back over and over under load: nothing fails, and nothing of it stays in memory (J1). */
@ExtendWith({PortalStackExtension.class, AccountsExtension.class})
class UpgradeCyclesIT {
    private static final int CYCLES = Integer.getInteger("portico.cycles", 15);
    private static final int WARM_UP = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long MEGABYTE = 1 << 20;

    private final Publisher publisher = Publisher.named("Cycles");
    private final Path newer = ExampleDesk.signed(ExampleDesk.second(), publisher);

    @AfterEach
    void remove(PortalStack stack) throws SQLException {
        new InstalledDesk(stack).remove(publisher);
    }

    @Test
    void upgrades_under_load_leave_no_class_loader_behind(PortalStack stack, Accounts accounts, TestReporter reporter) {
        var desk = new InstalledDesk(stack);
        var process = stack.process();
        var loadersBefore = process.pluginLoaders();
        desk.trust(publisher);
        desk.install(ExampleDesk.signed(ExampleDesk.first(), publisher)).require(202);
        desk.await("1.0.0");
        desk.enable();
        var account = accounts.create(InstalledDesk.TENANT, "en").name();
        var customer = stack.api(InstalledDesk.TENANT, account);
        var ticket = InstalledDesk.file(customer, "Through all versions");
        try (var load = new PageLoad(stack, List.of(account, account), ticket, "Through all versions")) {
            for (var cycle = 0; cycle < WARM_UP; cycle++) {
                thereAndBack(desk, customer, load, newer);
            }
            var metaspace = settled(process, loadersBefore + 1);
            var rounds = load.rounds();
            for (var cycle = 0; cycle < CYCLES; cycle++) {
                thereAndBack(desk, customer, load, newer);
            }
            var growth = settled(process, loadersBefore + 1) - metaspace;
            reporter.publishEntry(Map.of(
                    "cycles",
                    Integer.toString(CYCLES),
                    "pages",
                    Long.toString(3 * (load.rounds() - rounds)),
                    "metaspace",
                    metaspace / 1024 + " kB",
                    "growth",
                    growth / 1024 + " kB"));
            assertThat(growth).as("metaspace").isLessThan(2 * MEGABYTE);
            assertThat(load.failures()).isEmpty();
        }
    }

    /** Each version shows its pages and judges a ticket. */
    private static void thereAndBack(InstalledDesk desk, Api customer, PageLoad load, Path newer) {
        desk.install(newer).require(202);
        works("1.1.0", desk, customer, load);
        desk.rollBack().require(202);
        works("1.0.0", desk, customer, load);
    }

    private static void works(String version, InstalledDesk desk, Api customer, PageLoad load) {
        desk.await(version);
        InstalledDesk.file(customer, "To " + version);
        load.awaitRound();
    }

    /** The metaspace when all that was replaced is gone, while the load goes on. */
    private static long settled(PortalProcess process, long loaders) {
        var gone = Waiting.until(() -> process.pluginLoaders() <= loaders, PATIENCE);
        assertThat(gone)
                .as(process.pluginLoaders() + " class loaders of plugins")
                .isTrue();
        return process.metaspace();
    }
}
