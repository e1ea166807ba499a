package org.ocsf4j.cli.templates;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.OcsfClasses;
import org.ocsf4j.schema.OcsfSchema;
import org.ocsf4j.schema.compiler.OcsfSchemas;
import org.ocsf4j.templates.AccessOptions;
import org.ocsf4j.templates.DynamicMapping;
import org.ocsf4j.templates.FieldKind;
import org.ocsf4j.templates.MappingOptions;
import org.ocsf4j.templates.Template;
import org.ocsf4j.templates.TemplateGenerator;
import org.ocsf4j.templates.TemplateOptions;
import org.ocsf4j.templates.UnmappedStrategy;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which templates, and what they are like: the same options for every command about templates. */
final class GeneratorOptions {

    private static final String ALL = "all";

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = "--versions",
            split = ",",
            paramLabel = "VERSION",
            description =
                    "OCSF versions with a template for each class, or \"all\"; default 1.0.0-rc.2 and 1.1.0, which"
                            + " Security Lake's sources write")
    private List<String> versions = List.of();

    @Option(
            names = "--schema",
            paramLabel = "JSON",
            description = "a compiled schema, such as one with an extension of your own: templates for its classes too;"
                    + " repeatable")
    private List<Path> schemas = List.of();

    @Option(
            names = "--classes",
            split = ",",
            paramLabel = "CLASS",
            description = "names or uids of classes; default all")
    private List<String> classes = List.of();

    @Option(
            names = "--unmapped",
            paramLabel = "HOW",
            defaultValue = "flat_object",
            description = "flat_object, not_indexed, entries or text; default ${DEFAULT-VALUE}")
    private String unmapped = "flat_object";

    @Option(
            names = "--promote",
            paramLabel = "KEY=TYPE",
            description =
                    "a key of unmapped that becomes a field: keyword, text, wildcard, long, unsigned_long, double,"
                            + " boolean, date or ip; repeatable")
    private Map<String, String> promoted = Map.of();

    @Option(names = "--type", paramLabel = "PATH=TYPE", description = "an attribute mapped otherwise; repeatable")
    private Map<String, String> types = Map.of();

    @Option(
            names = "--nested",
            split = ",",
            paramLabel = "PATH",
            description = "arrays of objects whose elements are kept apart, such as observables")
    private List<String> nested = List.of();

    @Option(
            names = "--dynamic",
            paramLabel = "HOW",
            defaultValue = "false",
            description =
                    "fields that are not mapped: false keeps, strict refuses, true adds; default ${DEFAULT-VALUE}")
    private String dynamic = "false";

    @Option(names = "--field-budget", paramLabel = "N", description = "fields a class at most; default 999")
    private int fieldBudget = MappingOptions.DEFAULT_FIELD_BUDGET;

    @Option(names = "--depth", paramLabel = "N", description = "levels of attributes; default 3")
    private int depth = MappingOptions.DEFAULT_DEPTH;

    @Option(names = "--ignore-above", paramLabel = "N", description = "characters of a string at most; default 1024")
    private int ignoreAbove = MappingOptions.DEFAULT_IGNORE_ABOVE;

    @Option(names = "--wildcard", description = "command lines, URLs and paths for patterns with * anywhere")
    private boolean wildcard;

    @Option(
            names = "--index-all",
            description = "an index for captions, enums and numbers too; for servers before 2.19")
    private boolean indexAll;

    @Option(names = "--json-text", description = "search the words of JSON that stands in a text")
    private boolean jsonText;

    @Option(names = "--real-timestamp", description = "@timestamp a field of its own, filled from time, and no alias")
    private boolean realTimestamp;

    @Option(names = "--shards", paramLabel = "N", description = "primary shards an index; default 1")
    private int shards = TemplateOptions.DEFAULT_SHARDS;

    @Option(names = "--replicas", paramLabel = "N", description = "copies of each shard; default 1")
    private int replicas = TemplateOptions.DEFAULT_REPLICAS;

    @Option(names = "--refresh", paramLabel = "SECONDS", description = "until a document is found; default 10")
    private long refreshSeconds = TemplateOptions.DEFAULT_REFRESH_INTERVAL.toSeconds();

    @Option(names = "--codec", paramLabel = "NAME", description = "of stored documents; default best_compression")
    private String codec = TemplateOptions.DEFAULT_CODEC;

    @Option(
            names = "--serverless",
            description = "for a collection of OpenSearch Serverless: a real @timestamp, no retention, no roles")
    private boolean serverless;

    @Option(
            names = "--retention-days",
            paramLabel = "N",
            description = "adds policies that delete indices after so many days; without it none are made")
    private @Nullable Integer retentionDays;

    @Option(
            names = "--hot-days",
            paramLabel = "N",
            description = "with --retention-days, days until an index is read-only; default 7")
    private int hotDays = AccessOptions.DEFAULT_HOT_DAYS;

    @Option(names = "--roles", description = "adds the roles ocsf-writer, ocsf-reader and ocsf-installer")
    private boolean roles;

    @Option(
            names = "--writer-role-arn",
            paramLabel = "ARN",
            description = "adds the roles, and maps ocsf-writer to this IAM role")
    private @Nullable String writerArn;

    TemplateOptions templates() {
        try {
            MappingOptions.Builder mapping = MappingOptions.builder()
                    .unmapped(UnmappedStrategy.valueOf(upper(unmapped)))
                    .dynamic(DynamicMapping.valueOf(upper(dynamic)))
                    .nested(nested)
                    .fieldBudget(fieldBudget)
                    .depth(depth)
                    .ignoreAbove(ignoreAbove)
                    .wildcards(wildcard)
                    .indexAll(indexAll)
                    .indexJsonText(jsonText)
                    .realTimestamp(realTimestamp);
            promoted.forEach((key, type) -> mapping.promote(key, FieldKind.valueOf(upper(type))));
            types.forEach((path, type) -> mapping.type(path, FieldKind.valueOf(upper(type))));
            TemplateOptions.Builder options = TemplateOptions.builder()
                    .classes(classes)
                    .shards(shards)
                    .replicas(replicas)
                    .refreshInterval(Duration.ofSeconds(refreshSeconds))
                    .codec(codec)
                    .serverless(serverless)
                    .mapping(mapping.build());
            if (!versions.isEmpty()) {
                options.versions(versions.equals(List.of(ALL)) ? OcsfClasses.versions() : versions);
            }
            return options.build();
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw wrong(String.valueOf(e.getMessage()), e);
        }
    }

    /** The schemas of {@code --schema}. */
    List<OcsfSchema> ownSchemas() {
        List<OcsfSchema> own = new ArrayList<>();
        for (Path file : schemas) {
            try {
                own.add(OcsfSchemas.load(file));
            } catch (IOException e) {
                throw wrong("[" + file + "] the compiled schema cannot be read; " + e, e);
            }
        }
        return own;
    }

    /** The templates, then what goes with them. */
    List<Template> generate() {
        List<Template> all = new ArrayList<>(TemplateGenerator.generate(templates(), ownSchemas()));
        if (!serverless) {
            all.addAll(access().generate());
        } else if (retentionDays != null || roles || writerArn != null) {
            throw wrong("OpenSearch Serverless has no retention policies and no roles; leave those options out", null);
        }
        return all;
    }

    private AccessOptions access() {
        try {
            AccessOptions.Builder access =
                    AccessOptions.builder().hotDays(hotDays).roles(roles || writerArn != null);
            if (retentionDays != null) {
                access.deleteAfterDays(retentionDays);
            }
            if (writerArn != null) {
                access.writerArn(writerArn);
            }
            return access.build();
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw wrong(String.valueOf(e.getMessage()), e);
        }
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    ParameterException wrong(String message, @Nullable Exception cause) {
        if (spec == null) {
            throw new IllegalStateException(message, cause);
        }
        return new ParameterException(spec.commandLine(), message, cause);
    }
}
