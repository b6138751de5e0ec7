package dev.portico.mail;

import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.DefaultFieldBuilder;
import org.apache.james.mime4j.stream.FieldBuilder;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.util.ByteArrayBuffer;
import org.apache.james.mime4j.util.RecycledByteArrayBuffer;
import org.jspecify.annotations.Nullable;

/** Leaves out what is too much of a header, where mime4j would give up the message. */
final class BoundedFields implements FieldBuilder {

    private final FieldBuilder fields = new DefaultFieldBuilder(-1);
    private final int most;
    private int taken;
    private boolean cut;
    private boolean empty = true;

    BoundedFields(int most) {
        this.most = most;
    }

    /** Begins the header of the next part. */
    void start() {
        taken = 0;
    }

    /** Whether anything was left out so far. */
    boolean isCut() {
        return cut;
    }

    @Override
    public void reset() {
        empty = true;
        fields.reset();
    }

    @Override
    public void append(ByteArrayBuffer line) throws MimeException {
        if (line.length() > most - taken) {
            cut = true;
        } else {
            taken += line.length();
            empty = false;
            fields.append(line);
        }
    }

    @Override
    public @Nullable RawField build() throws MimeException {
        return empty ? null : fields.build();
    }

    @Override
    public RecycledByteArrayBuffer getRaw() {
        return fields.getRaw();
    }

    @Override
    public void release() {
        fields.release();
    }
}
