package dev.portico.portal.release.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a decision about a plugin leaves of the one before (J1). */
class PluginDeploymentTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant UNTIL = NOW.plusSeconds(120);

    private final PluginDeployment deployment = new PluginDeployment("desk", Optional.of("shipped"));

    @Test
    void whatWasShippedCanComeBackAfterAnInstallation() {
        deployment.install("new", UNTIL, "Ana", NOW);

        assertThat(deployment.wanted()).contains("new");
        assertThat(deployment.previous()).contains("shipped");
        assertThat(deployment.probationUntil()).contains(UNTIL);
        assertThat(deployment.changedBy()).isEqualTo("Ana");

        deployment.rollBack("Ben", NOW);

        assertThat(deployment.wanted()).contains("shipped");
        assertThat(deployment.previous()).as("one step back, not to and fro").isEmpty();
        assertThat(deployment.probationUntil()).isEmpty();
        assertThatThrownBy(() -> deployment.rollBack("Ben", NOW)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatFailsMakesRoomAndIsRememberedUntilTheNextInstallation() {
        deployment.install("new", UNTIL, "Ana", NOW);
        deployment.begin(UNTIL);
        deployment.begin(UNTIL);
        assertThat(deployment.starts()).isEqualTo(2);

        deployment.takeBack("[]", NOW);

        assertThat(deployment.wanted()).contains("shipped");
        assertThat(deployment.takenBack().digest()).contains("new");
        assertThat(deployment.changedBy()).as("the portal itself").isEmpty();
        assertThat(deployment.starts()).isZero();

        deployment.install("newer", UNTIL, "Ana", NOW);

        assertThat(deployment.takenBack().digest()).isEmpty();
        assertThat(deployment.previous()).contains("shipped");
    }

    @Test
    void whatHasNotProvenItselfIsNoWayBack() {
        deployment.install("bad", UNTIL, "Ana", NOW);
        deployment.install("better", UNTIL, "Ana", NOW);

        assertThat(deployment.previous()).contains("shipped");
    }

    @Test
    void onlyStartsThatNobodyHeardOfAgainCount() {
        deployment.install("new", UNTIL, "Ana", NOW);
        deployment.begin(UNTIL);
        deployment.begin(UNTIL);
        deployment.begun(UNTIL.plusSeconds(60));

        assertThat(deployment.starts()).isEqualTo(1);
        assertThat(deployment.probationUntil()).as("it begins with the start").contains(UNTIL.plusSeconds(60));
    }

    @Test
    void aFirstInstallationThatFailsLeavesNothing() {
        var first = new PluginDeployment("desk", Optional.empty());
        first.install("new", UNTIL, "Ana", NOW);

        first.takeBack("[]", NOW);

        assertThat(first.wanted()).isEmpty();
        assertThat(first.takenBack().digest()).contains("new");
    }

    @Test
    void whatHasPassedMakesRoomNoLongerAndGoesBackOnlyWhereItCan() {
        deployment.install("new", UNTIL, "Ana", NOW);
        deployment.begin(UNTIL);
        deployment.pass();

        assertThat(deployment.probationUntil()).isEmpty();
        assertThat(deployment.starts()).isZero();
        assertThat(deployment.previous()).contains("shipped");

        deployment.closeWayBack();

        assertThat(deployment.previous()).isEmpty();
    }

    @Test
    void installedAgainInTimeKeepsItsData() {
        deployment.remove(UNTIL, "Ana", NOW);

        assertThat(deployment.wanted()).isEmpty();
        assertThat(deployment.purgeAt()).contains(UNTIL);

        deployment.install("new", UNTIL, "Ana", NOW);

        assertThat(deployment.purgeAt()).isEmpty();
        assertThat(deployment.previous()).as("nothing ran before").isEmpty();
    }
}
