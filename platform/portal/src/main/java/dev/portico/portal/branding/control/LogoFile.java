package dev.portico.portal.branding.control;

import dev.portico.plugin.host.Sha256;
import dev.portico.portal.branding.entity.TenantLogo;
import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Takes an image for a logo by what it is, whatever it is called. Not SVG, which is a program: pictures of it that are
 * opened by themselves would run in the portal's name.
 */
public final class LogoFile {
    public static final int MOST_BYTES = 262_144;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final int WEBP_AT = 8;

    private LogoFile() {}

    /** @throws PortalException invalid, with the field {@code logo} */
    public static TenantLogo of(byte[] content) {
        if (content.length == 0) {
            throw problem("branding.problem.logo.missing", Map.of());
        }
        if (content.length > MOST_BYTES) {
            throw problem("branding.problem.logo.large", Map.of("limit", MOST_BYTES / 1024));
        }
        var type = type(content).orElseThrow(() -> problem("branding.problem.logo.type", Map.of()));
        return new TenantLogo(Sha256.of(content), type, content);
    }

    private static Optional<String> type(byte[] content) {
        if (has(content, 0, PNG)) {
            return Optional.of("image/png");
        }
        if (has(content, 0, JPEG)) {
            return Optional.of("image/jpeg");
        }
        return has(content, 0, "RIFF".getBytes(StandardCharsets.US_ASCII))
                        && has(content, WEBP_AT, "WEBP".getBytes(StandardCharsets.US_ASCII))
                ? Optional.of("image/webp")
                : Optional.empty();
    }

    private static boolean has(byte[] content, int at, byte[] mark) {
        return content.length >= at + mark.length && Arrays.equals(content, at, at + mark.length, mark, 0, mark.length);
    }

    private static PortalException problem(String key, Map<String, ?> args) {
        return PortalException.invalid(new FieldProblem("logo", key, args));
    }
}
