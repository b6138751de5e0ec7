package dev.portico.plugin.host.vetting;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** The bytes of a jar, which nobody changes after they were vetted. */
public final class Content {
    private final byte[] bytes;

    Content(byte[] bytes) {
        this.bytes = bytes;
    }

    public int size() {
        return bytes.length;
    }

    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    /** A copy, for what takes nothing else. */
    public byte[] toByteArray() {
        return bytes.clone();
    }
}
