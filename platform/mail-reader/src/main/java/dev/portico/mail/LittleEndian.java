package dev.portico.mail;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Numbers and blocks from bytes of a stranger: what is not there is an {@link java.nio.BufferUnderflowException}. */
final class LittleEndian {

    private final ByteBuffer bytes;

    LittleEndian(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    boolean hasMore() {
        return bytes.hasRemaining();
    }

    int octet() {
        return bytes.get() & 0xFF;
    }

    int twoBytes() {
        return bytes.getShort() & 0xFFFF;
    }

    int fourBytes() {
        return bytes.getInt();
    }

    byte[] block(int length) {
        if (length < 0 || length > bytes.remaining()) {
            throw new java.nio.BufferUnderflowException();
        }
        var block = new byte[length];
        bytes.get(block);
        return block;
    }

    void skip(int length) {
        if (length < 0 || length > bytes.remaining()) {
            throw new java.nio.BufferUnderflowException();
        }
        bytes.position(bytes.position() + length);
    }
}
