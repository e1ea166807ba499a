package org.ocsf4j.parquet.internal.plain;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.CRC32;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.object.ObjectContent;
import org.ocsf4j.parquet.ParquetFormatException;
import org.ocsf4j.parquet.ParquetPlace;

/**
 * Finds the page that made a row group unreadable. Runs only after {@code parquet-hadoop} has refused it, for that names
 * neither column nor page.
 */
final class PageFaults {

    private final ObjectContent content;
    private final Throwable cause;

    PageFaults(ObjectContent content, Throwable cause) {
        this.content = content;
        this.cause = cause;
    }

    /** The first fault in the row group, or null where none is found. */
    @Nullable
    ParquetFormatException find(BlockMetaData rowGroup, ParquetPlace place) {
        for (ColumnChunkMetaData chunk : rowGroup.getColumns()) {
            ParquetFormatException fault =
                    find(chunk, place.withColumn(chunk.getPath().toDotString()));
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }

    private @Nullable ParquetFormatException find(ColumnChunkMetaData chunk, ParquetPlace place) {
        byte[] bytes = new byte[Math.toIntExact(chunk.getTotalSize())];
        content.readFully(chunk.getStartingPos(), bytes, 0, bytes.length);
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        int page = 0;
        long values = 0;
        while (values < chunk.getValueCount()) {
            ParquetPlace here = place.withPage(page);
            if (in.available() == 0) {
                return fault(
                        here, "the column chunk ends before its values do; " + values + " of " + chunk.getValueCount());
            }
            PageHeader header;
            try {
                header = Util.readPageHeader(in);
            } catch (IOException | RuntimeException e) {
                return fault(here, "the page header is malformed; " + e.getMessage());
            }
            int size = header.getCompressed_page_size();
            if (size < 0 || size > in.available()) {
                return fault(here, "the page is not inside its column chunk; " + size + " bytes");
            }
            int start = bytes.length - in.available();
            boolean dictionary = header.getType() == PageType.DICTIONARY_PAGE;
            if (header.isSetCrc() && crc(bytes, start, size) != header.getCrc()) {
                return fault(
                        dictionary ? place : here,
                        (dictionary ? "the dictionary page's checksum" : "the page's checksum")
                                + " does not match its bytes; 0x" + Integer.toHexString(header.getCrc())
                                + "; the file is damaged, fetch it again or ask its writer");
            }
            int count = values(header);
            if (count < 0) {
                return fault(here, "the page has a negative number of values; " + count);
            }
            values += count;
            page += dictionary ? 0 : 1;
            in.skip(size);
        }
        return values == chunk.getValueCount()
                ? null
                : fault(place.withPage(page - 1), "the pages have more values than the column chunk; " + values);
    }

    private static int values(PageHeader header) {
        @Nullable DataPageHeader v1 = header.getData_page_header();
        if (v1 != null) {
            return v1.getNum_values();
        }
        @Nullable DataPageHeaderV2 v2 = header.getData_page_header_v2();
        return v2 == null ? 0 : v2.getNum_values();
    }

    private static int crc(byte[] bytes, int offset, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, offset, length);
        return (int) crc.getValue();
    }

    private ParquetFormatException fault(ParquetPlace place, String problem) {
        return new ParquetFormatException(place, problem, cause);
    }
}
