package dev.portico.portal.attachment.control;

import dev.portico.portal.attachment.entity.StoredFile;
import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.entity.Tenant;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.IntPredicate;

/** Takes files in. Their bytes live and die with the transaction that records them. */
@ApplicationScoped
public class FileIntake {
    static final String FIELD = "file";
    private static final int BUFFER = 16 * 1024;

    @Inject
    BlobStore blobs;

    @Inject
    TenantContext tenants;

    @Resource
    TransactionSynchronizationRegistry transaction;

    /** @throws PortalException where the file is empty, too large or of a forbidden type */
    public StoredFile take(Upload upload) {
        var tenant = tenants.require();
        var name = FileName.clean(upload.claimedName());
        if (upload.claimedSize() > tenant.maxFileBytes()) {
            throw tooLarge(name, tenant);
        }
        var id = AttachmentId.next();
        var stored = blobs.write(tenant.id(), id, out -> copy(upload.content(), out, id, name, tenant));
        after(status -> status == Status.STATUS_ROLLEDBACK, tenant, id);
        return stored;
    }

    /** Deletes the bytes once it is certain that their record is gone. */
    public void forget(String id) {
        after(status -> status == Status.STATUS_COMMITTED, tenants.require(), id);
    }

    private static StoredFile copy(InputStream content, OutputStream out, String id, String name, Tenant tenant)
            throws IOException {
        var prefix = content.readNBytes(FileType.PREFIX);
        if (prefix.length == 0) {
            throw invalid("attachment.empty", Map.of("name", name));
        }
        var type = FileType.of(prefix, name);
        if (type.forbidden()) {
            throw invalid("attachment.forbidden-type", Map.of("name", name, "type", type.mediaType()));
        }
        var digest = sha256();
        var size = 0L;
        var all = new SequenceInputStream(new ByteArrayInputStream(prefix), content);
        var digested = new DigestOutputStream(out, digest);
        var buffer = new byte[BUFFER];
        for (var read = all.read(buffer); read >= 0; read = all.read(buffer)) {
            size += read;
            if (size > tenant.maxFileBytes()) {
                throw tooLarge(name, tenant);
            }
            digested.write(buffer, 0, read);
        }
        return new StoredFile(id, name, type.mediaType(), size, HexFormat.of().formatHex(digest.digest()));
    }

    private void after(IntPredicate outcome, Tenant tenant, String id) {
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (outcome.test(status)) {
                    blobs.delete(tenant.id(), id);
                }
            }
        });
    }

    private static PortalException tooLarge(String name, Tenant tenant) {
        return PortalException.tooLarge(
                "attachment.too-large", Map.of("name", name, "limit", megabytes(tenant.maxFileBytes())));
    }

    /** Rounded down, so that what is promised is accepted. */
    private static double megabytes(long bytes) {
        return bytes < 1_000_000 ? bytes / 1_000 / 1_000.0 : bytes / 100_000 / 10.0;
    }

    private static PortalException invalid(String key, Map<String, ?> args) {
        return PortalException.invalid(new FieldProblem(FIELD, key, args));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
