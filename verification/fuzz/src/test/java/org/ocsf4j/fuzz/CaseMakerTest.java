package org.ocsf4j.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ocsf4j.fuzz.corpus.Corpus;
import org.ocsf4j.fuzz.corpus.SeedFile;
import org.ocsf4j.fuzz.file.FileImage;
import org.ocsf4j.fuzz.mutation.Mutator;
import org.ocsf4j.fuzz.mutation.Mutators;

final class CaseMakerTest {

    @Test
    void makesTheSameCaseFromTheSameNumber() throws IOException {
        CaseMaker first = new CaseMaker(3, Corpus.files());
        CaseMaker second = new CaseMaker(3, Corpus.files());
        for (long number = 0; number < 300; number++) {
            FuzzCase once = first.make(number);
            FuzzCase again = second.make(number);
            assertThat(again.toString()).isEqualTo(once.toString());
            assertThat(again.bytes()).isEqualTo(once.bytes());
        }
    }

    @Test
    void leavesTheSoundFilesAsTheyAre() throws IOException {
        List<SeedFile> corpus = Corpus.files();
        List<byte[]> before =
                corpus.stream().map(file -> file.image().bytes().clone()).toList();
        CaseMaker cases = new CaseMaker(4, corpus);
        for (long number = 0; number < 2_000; number++) {
            cases.make(number);
        }
        for (int i = 0; i < corpus.size(); i++) {
            SeedFile file = corpus.get(i);
            assertThat(file.image().bytes()).isEqualTo(before.get(i));
            assertThat(file.draft().layOut().seal(file.draft().footer()).bytes())
                    .isEqualTo(before.get(i));
        }
    }

    @Test
    void forgesWithEveryMutatorAndChangesNearlyEveryFile() throws IOException {
        List<SeedFile> corpus = Corpus.files();
        CaseMaker cases = new CaseMaker(5, corpus);
        Set<String> seen = new HashSet<>();
        int unchanged = 0;
        for (long number = 0; number < 5_000; number++) {
            FuzzCase fuzzCase = cases.make(number);
            seen.addAll(fuzzCase.mutators());
            boolean same = corpus.stream()
                    .anyMatch(file -> file.name().equals(fuzzCase.source())
                            && Arrays.equals(file.image().bytes(), fuzzCase.bytes()));
            unchanged += same ? 1 : 0;
        }
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(
                        Mutators.all().stream().map(Mutator::name).toList());
        assertThat(unchanged).isLessThan(500);
    }

    @Test
    void callsNoFooterIntactThatBeginsWhereTheMagicShouldBe() throws IOException {
        FuzzCase cut = new CaseMaker(20261124, Corpus.files()).make(217_630);
        byte[] bytes = cut.bytes();
        int footer =
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(bytes.length - FileImage.TRAILER_BYTES);

        assertThat(bytes.length - FileImage.TRAILER_BYTES - footer)
                .as("three bytes are left before the footer")
                .isEqualTo(3);
        assertThat(cut.footerIntact()).isFalse();
    }

    @Test
    void makesCasesWhoseMutatorsMultiplyOneAnother() throws IOException {
        CaseMaker cases = new CaseMaker(20261124, Corpus.files());

        assertThat(cases.make(706_004).bytes()) // a long name, and a schema that holds it thousands of times
                .hasSizeLessThan(40 << 20);
        assertThat(cases.make(801_897).mutators()) // a page that no longer decompresses
                .contains("CompressedStreams", "LevelLengths");
    }
}
