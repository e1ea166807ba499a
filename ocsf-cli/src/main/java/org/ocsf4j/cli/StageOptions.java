package org.ocsf4j.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.pipeline.OcsfPipeline;
import org.ocsf4j.schema.normalize.OcsfNormalizer;
import org.ocsf4j.schema.validate.OcsfValidator;
import org.ocsf4j.schema.validate.ValidationLevel;
import org.ocsf4j.schema.validate.ValidationReport;
import org.ocsf4j.stage.NormalizationStage;
import org.ocsf4j.stage.ValidationStage;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that have events normalised and checked on their way, in this order. */
public final class StageOptions {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--normalize",
            paramLabel = "VERSION",
            description = "bring events of older OCSF versions to this one before they are sent")
    private @Nullable String target;

    @Option(
            names = "--validate",
            paramLabel = "LEVEL",
            description = "check events against the schema: count, tag (findings go into ocsf_findings) or reject"
                    + " (events with errors go to the dead letters); off if absent")
    private @Nullable String level;

    private @Nullable NormalizationStage normalization;
    private @Nullable ValidationStage validation;

    /**
     * Adds the stages that are wanted.
     *
     * @throws ParameterException where an option cannot be understood
     */
    public void addTo(OcsfPipeline.Builder pipeline) {
        if (target != null) {
            String version = SchemaCommand.bundled(spec, target).version();
            normalization = NormalizationStage.of(
                    OcsfNormalizer.builder().target(version).build());
            pipeline.stage(normalization);
        }
        ValidationLevel wanted = level();
        if (wanted != ValidationLevel.OFF) {
            validation =
                    ValidationStage.of(OcsfValidator.builder().level(wanted).build());
            pipeline.stage(validation);
        }
    }

    private ValidationLevel level() {
        if (level == null) {
            return ValidationLevel.OFF;
        }
        try {
            return ValidationLevel.valueOf(level.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(), "--validate is no level; " + level + "; off, count, tag or reject", e);
        }
    }

    /** Says on standard error what the stages found. */
    public void say() {
        if (normalization != null) {
            Progress.say("ocsf: brought to " + target + ": " + normalization.normalized()
                    + " events; left as they are: " + normalization.untouched());
        }
        if (validation != null) {
            validation.reports().forEach(report -> Progress.say(ValidationText.of(report, false)));
        }
    }

    /** Writes what the stages found as members; none where there is no stage. */
    public void json(JsonGenerator out) throws IOException {
        if (normalization != null) {
            out.writeNumberField("normalized", normalization.normalized());
            out.writeNumberField("notNormalized", normalization.untouched());
        }
        if (validation != null) {
            out.writeArrayFieldStart("validation");
            for (ValidationReport report : validation.reports()) {
                out.writeStartObject();
                ValidationText.json(out, report);
                out.writeEndObject();
            }
            out.writeEndArray();
        }
    }
}
