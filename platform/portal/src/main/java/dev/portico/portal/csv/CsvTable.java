package dev.portico.portal.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The records of a file that somebody has saved from a spreadsheet.
 *
 * @param records the first is the heading; each with the line on which it begins
 */
public record CsvTable(List<Line> records) {
    private static final String SEPARATORS = ";,\t";

    public CsvTable {
        records = List.copyOf(records);
    }

    /** A record, cells without the white space around them. */
    public record Line(long number, List<String> cells) {
        public Line {
            cells = List.copyOf(cells);
        }

        /** Empty where the record has no such cell. */
        public String cell(int index) {
            return index >= 0 && index < cells.size() ? cells.get(index) : "";
        }
    }

    /**
     * @param most records that are read, the heading not counted; one more is read, so that the reader can tell
     * @return nothing where the file cannot be understood: a quotation mark is missing, or it is of another kind
     */
    public static Optional<CsvTable> read(byte[] file, int most) {
        return CsvEncoding.text(file).flatMap(text -> read(text, most));
    }

    private static Optional<CsvTable> read(String text, int most) {
        var lines = new ArrayList<Line>();
        var reading = CsvReader.builder()
                .fieldSeparator(separator(text))
                .skipEmptyLines(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .maxBufferSize(1 << 20);
        try (var records = reading.ofCsvRecord(text)) {
            var each = records.iterator();
            while (each.hasNext() && lines.size() <= most + 1) {
                line(each.next()).ifPresent(lines::add);
            }
            return Optional.of(new CsvTable(lines));
        } catch (CsvParseException notCsv) {
            return Optional.empty();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Spreadsheets save rows that are nothing but separators. */
    private static Optional<Line> line(CsvRecord csv) {
        var cells = csv.getFields().stream().map(String::strip).toList();
        return cells.stream().allMatch(String::isEmpty)
                ? Optional.empty()
                : Optional.of(new Line(csv.getStartingLineNumber(), cells));
    }

    /** That of which the heading has most. */
    private static char separator(String text) {
        var heading = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        var best = ',';
        var most = 0L;
        for (var separator : SEPARATORS.toCharArray()) {
            var count = heading.chars().filter(sign -> sign == separator).count();
            if (count > most) {
                most = count;
                best = separator;
            }
        }
        return best;
    }
}
