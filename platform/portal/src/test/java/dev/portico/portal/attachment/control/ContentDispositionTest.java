package dev.portico.portal.attachment.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContentDispositionTest {
    @Test
    void aPlainNameStaysPlain() {
        assertThat(ContentDisposition.attachment("log-1.txt"))
                .isEqualTo("attachment; filename=\"log-1.txt\"; filename*=UTF-8''log-1.txt");
    }

    @Test
    void accentsAndQuotesAreEncodedForNewClientsAndReplacedForOldOnes() {
        assertThat(ContentDisposition.attachment("informe a\u00F1o \u201C\u00F1\u201D.pdf"))
                .isEqualTo("attachment; filename=\"informe ano _n_.pdf\";"
                        + " filename*=UTF-8''informe%20a%C3%B1o%20%E2%80%9C%C3%B1%E2%80%9D.pdf");
    }

    @Test
    void nothingEndsTheQuotesOrTheHeader() {
        assertThat(ContentDisposition.attachment("a\"; x=\\ %41\r\n.pdf"))
                .isEqualTo("attachment; filename=\"a_; x=_ _41__.pdf\";"
                        + " filename*=UTF-8''a%22%3B%20x%3D%5C%20%2541%0D%0A.pdf");
    }

    @Test
    void emojiAreOneCharacterToOldClients() {
        assertThat(ContentDisposition.attachment("\uD83D\uDE00.png"))
                .isEqualTo("attachment; filename=\"_.png\"; filename*=UTF-8''%F0%9F%98%80.png");
    }
}
