package org.ocsf4j.fuzz.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.Set;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Type;
import org.junit.jupiter.api.Test;
import org.ocsf4j.fuzz.corpus.Corpus;
import org.ocsf4j.fuzz.corpus.SeedFile;
import org.ocsf4j.parquet.ParquetJson;

final class DraftTest {

    private static byte[] json(byte[] parquet) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ParquetJson.convert(parquet, out);
        return out.toByteArray();
    }

    @Test
    void soundFilesAreReadAndHaveTheirRows() throws IOException {
        for (SeedFile file : Corpus.files()) {
            assertThat(ParquetJson.convert(file.image().bytes(), OutputStream.nullOutputStream())
                            .rows())
                    .as(file.name())
                    .isEqualTo(file.rows())
                    .isPositive();
        }
    }

    @Test
    void contentsThatAreCompressedAgainReadAlike() throws IOException {
        for (SeedFile file : Corpus.files()) {
            Draft draft = file.draft().copy();
            for (DraftChunk chunk : draft.chunks()) {
                for (DraftPage page : chunk.pages()) {
                    page.replaceContent(page.content());
                }
            }
            byte[] again = draft.layOut().seal(draft.footer()).bytes();
            assertThat(json(again)).as(file.name()).isEqualTo(json(file.image().bytes()));
        }
    }

    @Test
    void soundFilesCoverTypesEncodingsCodecsAndPageKinds() throws IOException {
        Set<Type> types = EnumSet.noneOf(Type.class);
        Set<CompressionCodec> codecs = EnumSet.noneOf(CompressionCodec.class);
        Set<Encoding> encodings = EnumSet.noneOf(Encoding.class);
        Set<PageType> pages = EnumSet.noneOf(PageType.class);
        for (SeedFile file : Corpus.files()) {
            for (DraftChunk chunk : file.draft().chunks()) {
                types.add(chunk.metadata(file.draft()).getType());
                codecs.add(chunk.metadata(file.draft()).getCodec());
                for (DraftPage page : chunk.pages()) {
                    pages.add(page.header().getType());
                    encodings.add(page.encoding());
                }
            }
        }
        assertThat(types).isEqualTo(EnumSet.allOf(Type.class));
        assertThat(codecs).isEqualTo(EnumSet.complementOf(EnumSet.of(CompressionCodec.LZO, CompressionCodec.BROTLI)));
        assertThat(encodings).isEqualTo(EnumSet.complementOf(EnumSet.of(Encoding.BIT_PACKED)));
        assertThat(pages).isEqualTo(EnumSet.complementOf(EnumSet.of(PageType.INDEX_PAGE)));
    }

    @Test
    void aCopyCanBeForgedWithoutTheOriginal() throws IOException {
        SeedFile file = Corpus.files().get(0);
        Draft copy = file.draft().copy();
        copy.forgeFooter().setNum_rows(-1);
        copy.chunks().get(0).pages().get(0).claimValues(-1);
        copy.chunks().get(0).pages().clear();
        assertThat(file.draft().layOut().seal(file.draft().footer()).bytes())
                .isEqualTo(file.image().bytes());
        assertThat(file.draft().isFooterForged()).isFalse();
        assertThat(copy.isFooterForged()).isTrue();
    }
}
