package dev.portico.portal.branding.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.portal.failure.PortalException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogoFileTest {
    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void anImageIsTakenForWhatItIs(String format) throws IOException {
        var file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), format, file);
        var logo = LogoFile.of(file.toByteArray());
        assertThat(logo.mediaType()).isEqualTo("image/" + format);
        assertThat(logo.content()).isEqualTo(file.toByteArray());
    }

    @Test
    void webImagesAreTaken() {
        assertThat(LogoFile.of("RIFF0000WEBPVP8 ".getBytes(StandardCharsets.US_ASCII))
                        .mediaType())
                .isEqualTo("image/webp");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GIF89a",
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "<?xml version='1.0'?><svg/>",
                "RIFF0000WAVE",
                "PNG",
                "<html>"
            })
    void nothingElseIs(String content) {
        assertThatThrownBy(() -> LogoFile.of(content.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(PortalException.class);
    }

    @Test
    void aLargeImageIsNot() throws IOException {
        var file = new byte[LogoFile.MOST_BYTES + 1];
        var png = new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
        System.arraycopy(png, 0, file, 0, png.length);
        assertThatThrownBy(() -> LogoFile.of(file)).isInstanceOf(PortalException.class);
    }
}
