package dev.portico.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PortalStackExtension.class)
class StackIT {

    @Test
    void a_customer_reads_the_tenants_ticket_types_with_a_token_from_keycloak(PortalStack stack) {
        var answer = stack.api("harmony", "acme-en").get("/ticket-types");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("Integration Studio");
    }

    @Test
    void the_portal_is_ready(PortalStack stack) {
        assertThat(stack.anonymous().get("/health/ready").status()).isEqualTo(200);
    }
}
