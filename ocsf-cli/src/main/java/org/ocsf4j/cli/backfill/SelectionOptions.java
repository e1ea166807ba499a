package org.ocsf4j.cli.backfill;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.backfill.LakeSelection;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say which objects of the lake are meant. */
final class SelectionOptions {

    @ArgGroup
    private @Nullable Where where;

    @Option(names = "--region", paramLabel = "REGION", description = "only partitions of this region")
    private @Nullable String region;

    @Option(names = "--account", paramLabel = "ID", description = "only partitions of this account")
    private @Nullable String account;

    @Option(
            names = "--from",
            paramLabel = "DAY",
            converter = Day.class,
            description = "only partitions of this UTC day and later, 2026-06-01")
    private @Nullable LocalDate from;

    @Option(
            names = "--to",
            paramLabel = "DAY",
            converter = Day.class,
            description = "only partitions up to this UTC day, itself included")
    private @Nullable LocalDate to;

    /** One of these, or the whole lake. */
    static final class Where {

        @Option(names = "--prefix", paramLabel = "PREFIX", description = "only keys that begin so")
        private @Nullable String prefix;

        @Option(
                names = "--source",
                paramLabel = "NAME",
                description = "only this source below aws/ or ext/, such as ROUTE53, in any case")
        private @Nullable String source;
    }

    /** A day with or without hyphens. */
    static final class Day implements ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String text) {
            try {
                return LocalDate.parse(text.replace("-", ""), DateTimeFormatter.BASIC_ISO_DATE);
            } catch (DateTimeException e) {
                throw new TypeConversionException("'" + text + "' is no day such as 2026-06-01");
            }
        }
    }

    LakeSelection selection() {
        return new LakeSelection(
                where == null ? null : where.prefix, where == null ? null : where.source, region, account, from, to);
    }
}
