package dev.portico.portal.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Records in UTF-8 with a byte order mark, without which Excel takes it for something else. No cell is a formula. */
public final class CsvFile implements Closeable {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String BEGINS_FORMULA = "=+-@\t\r";

    private final CsvWriter records;

    private CsvFile(CsvWriter records) {
        this.records = records;
    }

    public static CsvFile to(OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(BYTE_ORDER_MARK);
        return new CsvFile(CsvWriter.builder().build(writer));
    }

    /** @throws UncheckedIOException where nobody takes it any more */
    public void write(List<String> cells) {
        records.writeRecord(cells.stream().map(CsvFile::harmless).toList());
    }

    /** What spreadsheets would run is made text for them by an apostrophe; strangers write what cells hold. */
    static String harmless(String cell) {
        return !cell.isEmpty() && BEGINS_FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
