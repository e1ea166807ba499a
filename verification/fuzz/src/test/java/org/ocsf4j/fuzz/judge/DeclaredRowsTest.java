package org.ocsf4j.fuzz.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.ocsf4j.fuzz.corpus.Corpus;
import org.ocsf4j.fuzz.corpus.SeedFile;
import org.ocsf4j.fuzz.file.Draft;

final class DeclaredRowsTest {

    @Test
    void countsTheRowsOfSoundFooters() throws IOException {
        for (SeedFile file : Corpus.files()) {
            assertThat(DeclaredRows.of(file.image().bytes())).as(file.name()).isEqualTo(file.rows());
        }
    }

    @Test
    void knowsNoRowsWhereSumsDisagreeOrThereIsNoFooter() throws IOException {
        Draft draft = Corpus.files().get(0).draft().copy();
        draft.forgeFooter().setNum_rows(draft.rows() + 1);
        assertThat(DeclaredRows.of(draft.layOut().seal(draft.footer()).bytes())).isNull();
        assertThat(DeclaredRows.of(new byte[20])).isNull();
        assertThat(DeclaredRows.of(new byte[3])).isNull();
    }

    @Test
    void takesTheNumberOfAFooterThatBreaksOffBehindIt() throws IOException {
        SeedFile file = Corpus.files().get(0);
        byte[] broken = file.image().bytes().clone();
        Arrays.fill(
                broken, file.image().footer().end() - 20, file.image().footer().end(), (byte) 0x1F);
        assertThat(DeclaredRows.of(broken)).isEqualTo(file.rows());
    }
}
