package dev.portico.portal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import jakarta.el.FunctionMapper;
import jakarta.el.VariableMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class MethodCallsTest {
    private final ELContext context = new Context();
    private final MethodCalls calls = new MethodCalls();

    public record Row(String subject, long number) {}

    public static class Words {
        public String text(String key) {
            return "[" + key + "]";
        }

        public String text(String key, String name, Object value) {
            return "[" + key + " " + name + "=" + value + "]";
        }

        public String number(long number) {
            return "#" + number;
        }

        public String either(String text) {
            return text;
        }

        public String either(Integer number) {
            return "number " + number;
        }

        public String all(String... texts) {
            return String.join(" ", texts);
        }

        public String fail() {
            throw new IllegalStateException("no");
        }
    }

    @Test
    void aRecordsComponentIsRead() {
        assertThat(call(new Row("Import fails", 7), "subject")).isEqualTo("Import fails");
        assertThat(call(new Row("Import fails", 7), "number")).isEqualTo(7L);
        assertThat(context.isPropertyResolved()).isTrue();
    }

    @Test
    void anOverloadIsKnownByTheNumberOfItsParameters() {
        assertThat(call(new Words(), "text", "key")).isEqualTo("[key]");
        assertThat(call(new Words(), "text", "key", "count", 3)).isEqualTo("[key count=3]");
    }

    @Test
    void aPrimitiveParameterTakesItsOwnKindOfNumberOnly() {
        assertThat(call(new Words(), "number", 5L)).isEqualTo("#5");
        assertLeftToOthers(new Words(), "number", "5");
        assertLeftToOthers(new Words(), "number", 5);
    }

    @Test
    void aListsMethodsAreCalledThoughItsClassIsHidden() {
        assertThat(call(List.of("a", "b"), "size")).isEqualTo(2);
        assertThat(call(List.of("a", "b"), "isEmpty")).isEqualTo(false);
    }

    @Test
    void whatHasToBeChosenOrConvertedIsLeftToTheStandardResolver() {
        assertLeftToOthers(new Words(), "either", "text");
        assertLeftToOthers(new Words(), "all", "text");
        assertLeftToOthers(new Words(), "text", new Object[] {null});
        assertLeftToOthers(new Words(), "absent");
        assertLeftToOthers(null, "text");
    }

    @Test
    void aFailureKeepsItsCause() {
        assertThatThrownBy(() -> call(new Words(), "fail"))
                .isInstanceOf(ELException.class)
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    private void assertLeftToOthers(Object base, String name, Object... arguments) {
        assertThat(call(base, name, arguments)).isNull();
        assertThat(context.isPropertyResolved()).isFalse();
    }

    private Object call(Object base, String name, Object... arguments) {
        context.setPropertyResolved(false);
        return calls.invoke(context, base, name, null, arguments);
    }

    private static final class Context extends ELContext {
        @Override
        public ELResolver getELResolver() {
            throw new UnsupportedOperationException();
        }

        @Override
        public FunctionMapper getFunctionMapper() {
            throw new UnsupportedOperationException();
        }

        @Override
        public VariableMapper getVariableMapper() {
            throw new UnsupportedOperationException();
        }
    }
}
