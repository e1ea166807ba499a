package org.ocsf4j.fuzz.corpus;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.values.ValuesWriter;
import org.apache.parquet.column.values.deltalengthbytearray.DeltaLengthByteArrayValuesWriter;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.Type;
import org.apache.parquet.io.api.Binary;
import org.ocsf4j.fuzz.file.Draft;
import org.ocsf4j.fuzz.file.DraftChunk;
import org.ocsf4j.fuzz.file.DraftPage;

/** Files in an encoding that Parquet's writer never chooses. */
final class Reencoded {

    private static final int ROOM_BYTES = 1 << 16;

    private Reencoded() {}

    /** Rewrites the PLAIN byte arrays of a file as DELTA_LENGTH_BYTE_ARRAY. */
    static SeedFile deltaLengths(Draft plain) throws IOException {
        for (DraftChunk chunk : plain.chunks()) {
            if (chunk.metadata(plain).getType() == Type.BYTE_ARRAY) {
                for (DraftPage page : chunk.pages()) {
                    page.replaceContent(page.content()
                            .withValues(deltaLengths(page.content().values())));
                    page.claimEncoding(Encoding.DELTA_LENGTH_BYTE_ARRAY);
                }
                chunk.metadata(plain).addToEncodings(Encoding.DELTA_LENGTH_BYTE_ARRAY);
            }
        }
        return SeedFile.of("required-delta_length", plain);
    }

    private static byte[] deltaLengths(byte[] plain) throws IOException {
        ValuesWriter writer = new DeltaLengthByteArrayValuesWriter(256, ROOM_BYTES, new HeapByteBufferAllocator());
        ByteBuffer values = ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN);
        while (values.hasRemaining()) {
            byte[] value = new byte[values.getInt()];
            values.get(value);
            writer.writeBytes(Binary.fromConstantByteArray(value));
        }
        byte[] encoded = writer.getBytes().toInputStream().readAllBytes();
        writer.close();
        return encoded;
    }
}
