package org.ocsf4j.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.format.FileMetaData;
import org.ocsf4j.fuzz.corpus.SeedFile;
import org.ocsf4j.fuzz.file.Draft;
import org.ocsf4j.fuzz.file.FileImage;
import org.ocsf4j.fuzz.file.Footers;
import org.ocsf4j.fuzz.mutation.ByteMutator;
import org.ocsf4j.fuzz.mutation.FooterMutator;
import org.ocsf4j.fuzz.mutation.Mutator;
import org.ocsf4j.fuzz.mutation.Mutators;
import org.ocsf4j.fuzz.mutation.PageMutator;

/** Makes the case of a number: pages are forged first, then the footer, then bytes. Thread-safe. */
public final class CaseMaker {

    private final long seed;
    private final List<SeedFile> corpus;

    public CaseMaker(long seed, List<SeedFile> corpus) {
        this.seed = seed;
        this.corpus = List.copyOf(corpus);
    }

    /** Makes the case; the same number gives the same case. */
    public FuzzCase make(long number) {
        Dice dice = Dice.of(seed, number);
        SeedFile source = dice.pick(corpus);
        List<Mutator> mutators = Mutators.pick(dice);
        try {
            return make(number, source, mutators, dice);
        } catch (IOException e) {
            throw new UncheckedIOException("case " + number + " of seed " + seed + " cannot be made", e);
        }
    }

    private FuzzCase make(long number, SeedFile source, List<Mutator> mutators, Dice dice) throws IOException {
        boolean footerIntact = true;
        FileImage image = source.image();
        if (mutators.stream().anyMatch(mutator -> !(mutator instanceof ByteMutator))) {
            Draft draft = source.draft().copy();
            for (Mutator mutator : mutators) {
                if (mutator instanceof PageMutator pages) {
                    pages.forge(draft, dice);
                }
            }
            Draft.Pages pages = draft.layOut();
            footerIntact = !draft.isFooterForged();
            FileMetaData footer = draft.footer();
            for (Mutator mutator : mutators) {
                if (mutator instanceof FooterMutator forger) {
                    forger.forge(footer, dice);
                    footerIntact = false;
                }
            }
            image = pages.seal(footer);
        }
        byte[] bytes = image.bytes();
        for (Mutator mutator : mutators) {
            if (mutator instanceof ByteMutator damage) {
                bytes = damage.forge(bytes == image.bytes() ? bytes.clone() : bytes, image, dice);
            }
        }
        long firstRow = dice.onceIn(12) ? dice.below((int) source.rows() + 2) : 0;
        return new FuzzCase(
                seed,
                number,
                source.name(),
                source.rows(),
                mutators.stream().map(Mutator::name).toList(),
                bytes,
                footerIntact && endsAlike(bytes, image),
                firstRow,
                MannerPicker.pick(Footers.schema(source.draft().footer()), dice));
    }

    /** Whether the footer is as it was and where one may be: behind the magic bytes that a file begins with. */
    private static boolean endsAlike(byte[] bytes, FileImage image) {
        int tail = image.bytes().length - image.footerStart();
        return bytes.length >= FileImage.HEAD_BYTES + tail
                && Arrays.equals(
                        bytes,
                        bytes.length - tail,
                        bytes.length,
                        image.bytes(),
                        image.footerStart(),
                        image.bytes().length);
    }
}
