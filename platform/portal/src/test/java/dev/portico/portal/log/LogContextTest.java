package dev.portico.portal.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.entity.Tenant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogContextTest {
    private static final LogContext NONE = new LogContext("", "", "");
    private static final Tenant TENANT = new Tenant(
            "harmony",
            false,
            Optional.empty(),
            Map.of(),
            Map.of(),
            Locale.ENGLISH,
            List.of(),
            ZoneOffset.UTC,
            "#000000",
            "#ffffff",
            1,
            1);

    @AfterEach
    void end() {
        LogContext.end();
    }

    @Test
    void aRequestStartsFromNothing() {
        LogContext.tenant("bmc");
        LogContext.user("somebody");
        LogContext.begin("request-1");
        assertThat(LogContext.current()).isEqualTo(new LogContext("request-1", "", ""));
    }

    @Test
    void nothingIsLeftAtTheEnd() {
        LogContext.begin("request-1");
        LogContext.tenant("bmc");
        LogContext.user("somebody");
        LogContext.end();
        assertThat(LogContext.current()).isEqualTo(NONE);
    }

    @Test
    void workForATenantIsKnownAsSuchAndForgottenAfterIt() {
        var tenants = new TenantContext();
        var during = tenants.within(TENANT, LogContext::current);
        assertThat(during).isEqualTo(new LogContext("", "harmony", ""));
        assertThat(LogContext.current()).isEqualTo(NONE);
    }

    @Test
    void workForAnotherTenantWithinARequestReturnsToTheRequests() {
        var tenants = new TenantContext();
        LogContext.begin("request-1");
        LogContext.tenant("bmc");
        LogContext.user("somebody");
        var during = tenants.within(TENANT, LogContext::current);
        assertThat(during).isEqualTo(new LogContext("request-1", "harmony", "somebody"));
        assertThat(LogContext.current()).isEqualTo(new LogContext("request-1", "bmc", "somebody"));
    }
}
