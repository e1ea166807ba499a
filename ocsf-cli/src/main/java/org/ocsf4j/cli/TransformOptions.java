package org.ocsf4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.parquet.ParquetOptions;
import org.ocsf4j.transform.FieldRule;
import org.ocsf4j.transform.Transform;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that choose rows and change fields. */
public final class TransformOptions {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--where",
            paramLabel = "CONDITION",
            description = "only rows that match: FIELD, FIELD=VALUE,..., FIELD=LEAST..MOST, FIELD=START*, each with"
                    + " ! in front for its opposite; repeatable, all have to match")
    private List<String> conditions = List.of();

    @Option(names = "--drop", paramLabel = "FIELD", description = "leave the field out; repeatable")
    private List<String> dropped = List.of();

    @Option(names = "--mask", paramLabel = "FIELD", description = "write *** for its values; repeatable")
    private List<String> masked = List.of();

    @Option(
            names = "--hash",
            paramLabel = "FIELD",
            description = "write the HMAC-SHA-256 of its values; repeatable, needs --hash-key")
    private List<String> hashed = List.of();

    @Option(
            names = "--hash-key",
            paramLabel = "FILE",
            description = "the key of --hash: all bytes of the file, 16 at least")
    private @Nullable Path keyFile;

    @Option(names = "--set", paramLabel = "FIELD=VALUE", description = "write the value there; repeatable")
    private List<String> set = List.of();

    @Option(names = "--rename", paramLabel = "FIELD=NAME", description = "give the field another name; repeatable")
    private List<String> renamed = List.of();

    /**
     * Parquet's default options with what the command line says.
     *
     * @throws ParameterException where it cannot be understood
     */
    public ParquetOptions parquet() {
        try {
            return ParquetOptions.builder().transform(transform()).build();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new ParameterException(spec.commandLine(), "--hash-key cannot be read; " + e.getMessage(), e);
        }
    }

    private Transform transform() throws IOException {
        Transform transform = Transform.NONE;
        for (String condition : conditions) {
            transform = transform.where(Condition.parse(condition));
        }
        transform = with(transform, dropped, FieldRule::drop);
        transform = with(transform, masked, FieldRule::mask);
        if (!hashed.isEmpty()) {
            if (keyFile == null) {
                throw new IllegalArgumentException("--hash needs --hash-key");
            }
            byte[] key = Files.readAllBytes(keyFile);
            transform = with(transform, hashed, field -> FieldRule.hash(field, key));
        }
        transform = with(transform, set, text -> FieldRule.constant(left(text), Condition.scalar(right(text))));
        return with(transform, renamed, text -> FieldRule.rename(left(text), right(text)));
    }

    private static Transform with(Transform transform, List<String> texts, Function<String, FieldRule> rule) {
        return transform.with(texts.stream().map(rule).toArray(FieldRule[]::new));
    }

    private static String left(String text) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException("an = is missing; " + text);
        }
        return text.substring(0, equals);
    }

    private static String right(String text) {
        return text.substring(text.indexOf('=') + 1);
    }
}
