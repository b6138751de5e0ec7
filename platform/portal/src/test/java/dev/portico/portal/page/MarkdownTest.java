package dev.portico.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
    @Test
    void writesEmphasisListsAndLineBreaks() {
        assertThat(Markdown.html("**bold**\nnext\n\n- one"))
                .contains("<strong>bold</strong><br />next")
                .contains("<li>one</li>");
    }

    @Test
    void escapesEveryTagThatWasTyped() {
        assertThat(Markdown.html("<script>alert(1)</script> <img src=x onerror=alert(1)>"))
                .doesNotContain("<script")
                .doesNotContain("<img");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "data:text/html;base64,x", "vbscript:x", "JaVaScRiPt:alert(1)"})
    void leavesNoActiveLink(String target) {
        assertThat(Markdown.html("[x](" + target + ")")).doesNotContainIgnoringCase(target);
    }

    @Test
    void fetchesNoPictureFromElsewhere() {
        assertThat(Markdown.html("![x](https://tracker.example/pixel.png)")).doesNotContain("tracker.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {">", "> - ", "*a **b ", "[", "- "})
    void survivesWhatIsNestedBeyondReason(String nesting) {
        var hostile = nesting.repeat(20_000 / nesting.length());
        assertThat(Markdown.html(hostile)).isNotEmpty();
    }
}
