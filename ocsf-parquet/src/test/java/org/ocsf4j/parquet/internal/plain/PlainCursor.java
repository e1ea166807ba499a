package org.ocsf4j.parquet.internal.plain;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.event.ConversionCounts;
import org.ocsf4j.event.EventBatch;
import org.ocsf4j.event.EventCursor;
import org.ocsf4j.failure.OcsfException;
import org.ocsf4j.object.ObjectContent;
import org.ocsf4j.parquet.ParquetFormatException;
import org.ocsf4j.parquet.ParquetOptions;
import org.ocsf4j.parquet.ParquetPlace;
import org.ocsf4j.parquet.ParquetUnsupportedException;
import org.ocsf4j.parquet.internal.codec.CodecMissingException;
import org.ocsf4j.parquet.internal.file.ContentFile;
import org.ocsf4j.parquet.internal.file.Footer;
import org.ocsf4j.parquet.internal.file.Footer.RowGroupRows;
import org.ocsf4j.parquet.internal.file.FooterReader;
import org.ocsf4j.parquet.internal.file.LocalContent;
import org.ocsf4j.parquet.internal.json.DocumentOutput;
import org.ocsf4j.parquet.internal.json.JsonSink;
import org.ocsf4j.parquet.internal.json.Tally;
import org.ocsf4j.parquet.internal.shape.EventColumns;
import org.ocsf4j.parquet.internal.shape.RowShape;
import org.ocsf4j.parquet.internal.shape.ShapeRules;

/** Walks the rows of one file, a row group at a time. */
public final class PlainCursor implements EventCursor {

    private final ObjectContent content;
    private final ParquetPlace place;
    private final Footer footer;
    private final MessageType schema;
    private final RowShape shape;
    private final ParquetFileReader file;
    private final Tally tally = new Tally();
    private final Columns columns = new Columns();
    private final EventFacts facts = new EventFacts();
    private final DocumentOutput output;
    private final JsonSink sink;
    private final Node root;
    private final ConverterTree converters;

    private int rowGroup = -1;
    private @Nullable RowGroupReader pages;
    private long nextRow;
    private long endOfRowGroup;
    private @Nullable OcsfException failure;

    /**
     * Opens a file.
     *
     * @param content stays open; the caller closes it
     * @param firstRow the first row to return
     * @throws ParquetFormatException where the footer is malformed or passes a limit
     * @throws ParquetUnsupportedException where the file is encrypted
     */
    public PlainCursor(ObjectContent content, long firstRow, ParquetOptions options) {
        if (firstRow < 0) {
            throw new IllegalArgumentException("firstRow is below 0; " + firstRow);
        }
        this.content = content;
        this.place = LocalContent.placeOf(content);
        ParquetReadOptions readOptions = PlainReading.options(options);
        this.footer = new FooterReader(options, readOptions).read(content);
        this.schema = footer.metadata().getFileMetaData().getSchema();
        this.shape = RowShape.of(
                schema, new ShapeRules(options.timestamps(), options.embedJson(), options.maxNesting()), place);
        this.output = new DocumentOutput(new EventBatch(1, 1), options.maxDocumentBytes());
        this.sink = new JsonSink(output, options.writeNulls());
        PrimitiveConverter[] byColumn = new PrimitiveConverter[shape.leaves().size()];
        this.root = new NodeBuilder(columns, tally, options.maxDocumentBytes(), byColumn).node(shape.root(), sink);
        facts.watch(EventColumns.of(shape), byColumn);
        this.converters = new ConverterTree(schema, Arrays.asList(byColumn).iterator());
        this.file = open(content, footer, readOptions);
        this.nextRow = firstRow;
    }

    private ParquetFileReader open(ObjectContent object, Footer footer, ParquetReadOptions readOptions) {
        ContentFile input = new ContentFile(object);
        try {
            return new ParquetFileReader(input, footer.metadata(), readOptions, input.newStream());
        } catch (OcsfException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new ParquetFormatException(place, "the file cannot be opened; " + e, e);
        }
    }

    @Override
    public long totalRows() {
        return footer.totalRows();
    }

    @Override
    public ConversionCounts counts() {
        return tally.counts();
    }

    @Override
    public boolean fill(EventBatch batch) {
        if (failure != null) {
            throw failure;
        }
        int before = batch.count();
        try {
            while (!batch.isFull() && advance()) {
                writeRow(batch);
            }
        } catch (OcsfException e) {
            failure = e;
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            failure = fault(e);
            throw failure;
        }
        return batch.count() > before;
    }

    /** Makes sure that a row is next; false at the end of the file. */
    private boolean advance() throws IOException {
        if (pages == null || nextRow == endOfRowGroup) {
            return nextRowGroup();
        }
        return true;
    }

    private boolean nextRowGroup() throws IOException {
        leaveRowGroup();
        List<RowGroupRows> groups = footer.rowGroups();
        do {
            rowGroup++;
            if (rowGroup >= groups.size()) {
                rowGroup = groups.size() - 1;
                return false;
            }
        } while (nextRow
                >= groups.get(rowGroup).firstRow() + groups.get(rowGroup).rows());
        RowGroupRows rows = groups.get(rowGroup);
        endOfRowGroup = rows.firstRow() + rows.rows();
        RowGroupReader reader = new RowGroupReader(
                shape.leaves().isEmpty() ? null : file.readRowGroup(rowGroup),
                shape.leaves().size());
        pages = reader;
        FileMetaData metadata = footer.metadata().getFileMetaData();
        reader.open(shape.leaves(), schema, metadata.getCreatedBy(), converters, columns);
        for (long row = rows.firstRow(); row < nextRow; row++) {
            columns.requireRowStart();
            columns.skipRow();
        }
        return true;
    }

    private void leaveRowGroup() {
        RowGroupReader reader = pages;
        if (reader != null) {
            columns.requireEnd();
            columns.release();
            pages = null;
            reader.close();
        }
    }

    private void writeRow(EventBatch batch) throws IOException {
        columns.requireRowStart();
        facts.clear();
        output.begin(batch);
        root.writePresent(0);
        sink.flush();
        batch.append(output.position(), nextRow, facts.eventClass(), facts.timeMillis());
        nextRow++;
    }

    /** What went wrong, with the place as far as it is known. */
    private OcsfException fault(Throwable cause) {
        ParquetPlace here = rowGroup < 0
                ? place
                : place.withRowGroup(footer.rowGroups().get(rowGroup).ordinal());
        RowGroupReader reader = pages;
        if (reader == null && cause instanceof CodecMissingException) {
            return new ParquetUnsupportedException(here, problem(cause), cause);
        }
        if (reader == null) {
            ParquetFormatException fault = new PageFaults(content, cause)
                    .find(footer.metadata().getBlocks().get(rowGroup), here);
            return fault != null ? fault : new ParquetFormatException(here, problem(cause), cause);
        }
        int column = reader.opening() >= 0 ? reader.opening() : columns.current();
        int page = reader.page(column);
        here = here.withColumn(shape.leaves().get(column).path()).withPage(page < 0 ? null : page);
        if (cause instanceof CodecMissingException) {
            return new ParquetUnsupportedException(here, problem(cause), cause);
        }
        return new ParquetFormatException(here, problem(cause), cause);
    }

    private static String problem(Throwable cause) {
        if (cause.getClass().getName().startsWith("org.ocsf4j.")) {
            return String.valueOf(cause.getMessage());
        }
        StringBuilder problem = new StringBuilder("the values cannot be read; ");
        Throwable root = cause;
        for (int depth = 0; root.getCause() != null && depth < 10; depth++) {
            root = root.getCause();
        }
        problem.append(cause.getMessage() == null ? cause : cause.getMessage());
        if (root != cause) {
            problem.append(": ").append(root);
        }
        return problem.toString();
    }

    @Override
    public void close() {
        columns.release();
        RowGroupReader reader = pages;
        pages = null;
        try {
            if (reader != null) {
                reader.close();
            }
            file.close();
        } catch (IOException e) {
            throw new ParquetFormatException(place, "the file cannot be closed; " + e, e);
        }
    }
}
