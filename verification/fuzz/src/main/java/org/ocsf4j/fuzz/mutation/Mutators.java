package org.ocsf4j.fuzz.mutation;

import java.util.ArrayList;
import java.util.List;
import org.ocsf4j.fuzz.Dice;

/** All mutators, and how often each is picked. */
public final class Mutators {

    private static final List<Mutator> ALL = List.of(
            new FlippedBits(FlippedBits.Part.ANYWHERE),
            new FlippedBits(FlippedBits.Part.PAGES),
            new FlippedBits(FlippedBits.Part.PAGE_HEADERS),
            new FlippedBits(FlippedBits.Part.FOOTER),
            new SplicedBytes(),
            new ForgedNumbers(),
            new Truncation(),
            new FooterLength(),
            new MagicNumber(),
            new FooterBytes(),
            new RowCounts(),
            new ValueCounts(),
            new ChunkOffsets(),
            new ChunkSizes(),
            new ChunkCodecs(),
            new ChunkEncodings(),
            new ChunkOrder(),
            new RowGroups(),
            new PhysicalTypes(),
            new Repetitions(),
            new ChildCounts(),
            new LogicalTypes(),
            new TypeLengths(),
            new Writers(),
            new SchemaDepth(),
            new SchemaOrder(),
            new Names(),
            new FooterBulk(),
            new PageSizes(),
            new PageCounts(),
            new PageEncodings(),
            new LevelLengths(),
            new PageKinds(),
            new Checksums(),
            new PageOrder(),
            new PageContents(),
            new LevelBombs(),
            new RowBombs(),
            new DictionaryBombs(),
            new DictionaryIndexes(),
            new DeltaHeaders(),
            new DecompressionBombs(),
            new MemoryBombs(),
            new CompressedStreams());

    /** Those whose cases take long or are mostly alike: picked a tenth as often. */
    private static final List<Class<? extends Mutator>> RARE = List.of(
            FooterLength.class,
            MagicNumber.class,
            FooterBulk.class,
            RowBombs.class,
            DecompressionBombs.class,
            MemoryBombs.class);

    /** Those that are worth more than one turn: what they forge has the most ways to go wrong. */
    private static final List<Class<? extends Mutator>> FREQUENT =
            List.of(PageContents.class, LevelBombs.class, DictionaryIndexes.class, DeltaHeaders.class);

    private static final int TURNS = 10;
    private static final List<Mutator> DRAW = draw();

    private Mutators() {}

    public static List<Mutator> all() {
        return ALL;
    }

    /** One mutator, or up to three different ones. */
    public static List<Mutator> pick(Dice dice) {
        List<Mutator> picked = new ArrayList<>();
        int count = dice.coin() ? 1 : dice.between(1, 3);
        while (picked.size() < count) {
            Mutator mutator = dice.pick(DRAW);
            if (!picked.contains(mutator)) {
                picked.add(mutator);
            }
        }
        return picked;
    }

    private static List<Mutator> draw() {
        List<Mutator> draw = new ArrayList<>();
        for (Mutator mutator : ALL) {
            int turns =
                    RARE.contains(mutator.getClass()) ? 1 : FREQUENT.contains(mutator.getClass()) ? 2 * TURNS : TURNS;
            for (int i = 0; i < turns; i++) {
                draw.add(mutator);
            }
        }
        return List.copyOf(draw);
    }
}
