package dev.portico.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import jakarta.servlet.ServletException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FailureTest {
    @Test
    void aRefusalIsFoundUnderItsWrappings() {
        var thrown = new ServletException(new IllegalStateException(PortalException.notFound()));
        assertThat(Failure.known(thrown)).contains(Failure.notFound());
    }

    @Test
    void problemsOfFieldsAreKept() {
        var problem = new FieldProblem("subject", "ticket.subject.required");
        var failure = Failure.known(PortalException.invalid(problem)).orElseThrow();
        assertThat(failure.status()).isEqualTo(422);
        assertThat(failure.fields()).containsExactly(problem);
    }

    @Test
    void anythingElseIsUnknown() {
        assertThat(Failure.known(new IllegalStateException("secret"))).isEmpty();
    }

    @Test
    void causesInACircleAreNoTrap() {
        var one = new IllegalStateException("one");
        var other = new IllegalStateException("other", one);
        one.initCause(other);
        assertThat(Failure.known(one)).isEmpty();
    }

    @Test
    void errorIdsDiffer() {
        assertThat(Stream.generate(() -> Failure.unexpected().errorId().orElseThrow())
                        .limit(100)
                        .distinct())
                .hasSize(100)
                .allMatch(id -> id.matches("[A-Z2-9]{8}"));
    }
}
