package dev.portico.launcher.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeploymentLogTest {
    @Test
    void aGoodDeploymentHasNoFailure() {
        var log = new DeploymentLog(
                "portal was successfully deployed in 900 milliseconds.\nPayara Micro ready in 4,100 (ms)");

        assertThat(log.saysReady()).isTrue();
        assertThat(log.failure()).isEmpty();
    }

    @Test
    void aFailedDeploymentIsToldByItsInnermostCause() {
        var log = new DeploymentLog("""
                Exception while loading the app : CDI deployment failure
                java.lang.IllegalStateException: outer
                Caused by: java.lang.RuntimeException: middle
                Caused by: org.jboss.weld.exceptions.DeploymentException: WELD-001408: Unsatisfied dependencies
                Payara Micro ready in 4,100 (ms)
                """);

        assertThat(log.saysReady()).isTrue();
        assertThat(log.failure())
                .hasValue("org.jboss.weld.exceptions.DeploymentException: WELD-001408: Unsatisfied dependencies");
    }

    @Test
    void aFailureWithoutACauseIsToldByItsOwnLine() {
        var log = new DeploymentLog("Failed to deploy: /x/portal.war is not there\n");

        assertThat(log.failure()).hasValue("Failed to deploy: /x/portal.war is not there");
        assertThat(log.saysReady()).isFalse();
    }
}
