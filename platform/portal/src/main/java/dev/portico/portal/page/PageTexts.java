package dev.portico.portal.page;

import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;

/** The portal's words in pages: the first argument is the key, then names and values in turn. */
@Named("m")
@RequestScoped
public class PageTexts {
    @Inject
    Texts texts;

    @Inject
    CurrentReader reader;

    public String text(String key) {
        return texts.text(reader.get(), key);
    }

    public String text(String key, String name, Object value) {
        return texts.text(reader.get(), key, Map.of(name, value));
    }

    public String text(String key, String name, Object value, String secondName, Object secondValue) {
        return texts.text(reader.get(), key, Map.of(name, value, secondName, secondValue));
    }

    public String text(
            String key,
            String name,
            Object value,
            String secondName,
            Object secondValue,
            String thirdName,
            Object thirdValue) {
        return texts.text(reader.get(), key, Map.of(name, value, secondName, secondValue, thirdName, thirdValue));
    }
}
