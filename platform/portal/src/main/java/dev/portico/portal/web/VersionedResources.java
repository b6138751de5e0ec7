package dev.portico.portal.web;

import jakarta.faces.application.Resource;
import jakarta.faces.application.ResourceHandler;
import jakarta.faces.application.ResourceHandlerWrapper;
import jakarta.faces.application.ResourceWrapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Gives each file of the portal's own an address that changes with its content, so that browsers never ask again. */
public class VersionedResources extends ResourceHandlerWrapper {
    private static final String LIBRARY = "portico";

    private final Map<String, String> versions = new ConcurrentHashMap<>();

    public VersionedResources(ResourceHandler wrapped) {
        super(wrapped);
    }

    @Override
    public @Nullable Resource createResource(String name, @Nullable String library) {
        return versioned(super.createResource(name, library));
    }

    @Override
    public @Nullable Resource createResource(String name, @Nullable String library, @Nullable String contentType) {
        return versioned(super.createResource(name, library, contentType));
    }

    private @Nullable Resource versioned(@Nullable Resource resource) {
        return resource == null || !LIBRARY.equals(resource.getLibraryName()) ? resource : new Versioned(resource);
    }

    private final class Versioned extends ResourceWrapper {
        Versioned(Resource wrapped) {
            super(wrapped);
        }

        @Override
        public String getRequestPath() {
            return super.getRequestPath() + "&v=" + versions.computeIfAbsent(getResourceName(), name -> checksum());
        }

        @Override
        public Map<String, String> getResponseHeaders() {
            var headers = new HashMap<>(super.getResponseHeaders());
            headers.put("Cache-Control", "public, max-age=31536000, immutable");
            headers.put("Vary", "Accept-Encoding");
            return headers;
        }

        private String checksum() {
            try (var content = getInputStream()) {
                var sum = new CRC32C();
                sum.update(content.readAllBytes());
                return HexFormat.of().toHexDigits(sum.getValue(), 8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
