package dev.portico.portal.attachment.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AttachmentTest {
    private final Attachment draft = Attachment.ofDraft(
            new Uploader("s", "Somebody"),
            "new-case",
            new StoredFile("0123456789abcdef0123456789abcdef", "a.txt", "text/plain", 5, "abc"),
            Instant.EPOCH);

    @Test
    void aDraftBelongsToItsTicketOnceItIsAttached() {
        draft.attachTo(1042, true);
        assertThat(draft.ticketNumber()).contains(1042L);
        assertThat(draft.internal()).isTrue();
        assertThat(draft.draftForm()).isEmpty();
    }

    @Test
    void nothingIsAttachedTwice() {
        draft.attachTo(1042, false);
        assertThatThrownBy(() -> draft.attachTo(1043, false)).isInstanceOf(IllegalStateException.class);
        assertThat(draft.ticketNumber()).contains(1042L);
    }
}
