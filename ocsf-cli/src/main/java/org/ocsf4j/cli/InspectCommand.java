package org.ocsf4j.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.ocsf4j.event.EventClass;
import org.ocsf4j.failure.OcsfException;
import org.ocsf4j.parquet.ParquetFileSummary;
import org.ocsf4j.parquet.ParquetInspector;
import org.ocsf4j.schema.OcsfClasses;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a Parquet file holds, from its footer and its first row. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        description = "Shows schema, class, version, rows, row groups, codecs and sizes.")
final class InspectCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Parquet files")
    private List<Path> files = List.of();

    @Option(names = "--json", description = "one JSON object a file")
    private boolean json;

    @Override
    public Integer call() {
        boolean failed = false;
        for (Path file : files) {
            try {
                ParquetFileSummary summary = new ParquetInspector().inspect(file);
                System.out.println(json ? json(file, summary) : text(file, summary));
            } catch (OcsfException | IOException failure) {
                System.err.println("ocsf: [" + file + "] " + failure.getMessage());
                failed = true;
            }
        }
        return failed ? 1 : 0;
    }

    private static String text(Path file, ParquetFileSummary summary) {
        EventClass first = summary.firstEvent();
        StringBuilder text = new StringBuilder(1024);
        text.append(file).append('\n');
        if (first != null) {
            text.append("  class       ")
                    .append(OcsfClasses.orUnknown(first).caption())
                    .append(" (")
                    .append(first)
                    .append(")\n");
        }
        text.append("  rows        ").append(summary.rows()).append('\n');
        text.append("  columns     ").append(summary.columns()).append('\n');
        text.append("  size        ").append(summary.sizeBytes()).append(" bytes\n");
        text.append("  codecs      ")
                .append(String.join(", ", summary.codecs()))
                .append('\n');
        text.append("  encodings   ")
                .append(String.join(", ", summary.encodings()))
                .append('\n');
        text.append("  created by  ")
                .append(Printable.text(String.valueOf(summary.createdBy())))
                .append('\n');
        for (ParquetFileSummary.RowGroup group : summary.rowGroups()) {
            text.append("  row group ")
                    .append(group.ordinal())
                    .append(": ")
                    .append(group.rows())
                    .append(" rows, ")
                    .append(group.compressedBytes())
                    .append(" bytes stored, ")
                    .append(group.uncompressedBytes())
                    .append(" decompressed\n");
        }
        return text.append(Printable.text(summary.schema())).toString();
    }

    private static String json(Path file, ParquetFileSummary summary) {
        return JsonLine.of((JsonGenerator out) -> {
            out.writeStringField("file", file.toString());
            EventClass first = summary.firstEvent();
            Long uid = first == null ? null : first.classUid();
            if (uid != null) {
                out.writeNumberField("classUid", uid);
            }
            if (first != null && first.version() != null) {
                out.writeStringField("version", first.version());
            }
            out.writeNumberField("rows", summary.rows());
            out.writeNumberField("columns", summary.columns());
            out.writeNumberField("sizeBytes", summary.sizeBytes());
            JsonLine.strings(out, "codecs", summary.codecs());
            JsonLine.strings(out, "encodings", summary.encodings());
            out.writeStringField("createdBy", String.valueOf(summary.createdBy()));
            out.writeArrayFieldStart("rowGroups");
            for (ParquetFileSummary.RowGroup group : summary.rowGroups()) {
                out.writeStartObject();
                out.writeNumberField("rows", group.rows());
                out.writeNumberField("compressedBytes", group.compressedBytes());
                out.writeNumberField("uncompressedBytes", group.uncompressedBytes());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeStringField("schema", summary.schema());
        });
    }
}
