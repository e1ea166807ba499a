package org.ocsf4j.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.ocsf4j.schema.validate.OcsfValidator;
import org.ocsf4j.schema.validate.Severity;
import org.ocsf4j.schema.validate.SourceValidation;

final class BuildersTest {

    @Test
    void whatTheIdsSayNeedNotBeSaid() {
        NetworkActivity flow = flow().build();
        assertThat(flow.classUid()).isEqualTo(4001);
        assertThat(flow.className()).isEqualTo("Network Activity");
        assertThat(flow.categoryUid()).isEqualTo(4);
        assertThat(flow.activityName()).isEqualTo("Traffic");
        assertThat(flow.typeUid()).isEqualTo(400106);
        assertThat(flow.typeName()).isEqualTo("Network Activity: Traffic");
        assertThat(flow.severity()).isEqualTo("Informational");
        assertThat(Objects.requireNonNull(flow.metadata()).version()).isEqualTo(Events.VERSION);
    }

    @Test
    void whatIsSaidStands() {
        NetworkActivity flow = flow().severity("quiet").typeUid(7L).classUid(8).build();
        assertThat(flow.severity()).isEqualTo("quiet");
        assertThat(flow.typeUid()).isEqualTo(7);
        assertThat(flow.classUid()).isEqualTo(8);
        assertThat(flow().severityId(SeverityId.OTHER).build().severity()).isNull();
        assertThat(flow().severityId(new EnumId<SeverityId>(41, null)).build().severity())
                .isNull();
    }

    @Test
    void builtEventsAreValid() throws IOException {
        assertValid(flow().build());
        assertValid(Authentication.builder()
                .activityId(Authentication.ActivityId.LOGON)
                .severityId(SeverityId.LOW)
                .time(1_700_000_000_000L)
                .metadata(metadata())
                .user(User.builder().name("alice").typeId(User.TypeId.USER).build())
                .service(Service.builder().name("sshd").build())
                .statusId(StatusId.SUCCESS)
                .build());
        assertValid(DetectionFinding.builder()
                .activityId(DetectionFinding.ActivityId.CREATE)
                .severityId(SeverityId.CRITICAL)
                .time(1_700_000_000_000L)
                .metadata(metadata())
                .findingInfo(FindingInfo.builder().title("t").uid("u").build())
                .build());
    }

    @Test
    void aBuilderGoesOnFromAnEvent() {
        NetworkActivity flow = flow().additional("own", 1).build();
        assertThat(flow.toBuilder().build()).isEqualTo(flow);
        NetworkActivity other = flow.toBuilder().message("changed").build();
        assertThat(other).isNotEqualTo(flow);
        assertThat(other.message()).isEqualTo("changed");
        assertThat(other.additional()).containsEntry("own", 1L);
        assertThat(flow.message()).isNull();
    }

    @Test
    void oneBuilderMakesSeveralEvents() {
        NetworkActivity.Builder builder = flow();
        NetworkActivity first = builder.build();
        NetworkActivity second =
                builder.activityId(NetworkActivity.ActivityId.OPEN).build();
        assertThat(first.typeUid()).isEqualTo(400106);
        assertThat(second.typeUid()).isEqualTo(400101);
    }

    @Test
    void writtenEventsReadBackEqual() throws IOException {
        NetworkActivity flow = flow().build();
        assertThat(Events.read(Events.write(flow))).isEqualTo(flow);
    }

    private static NetworkActivity.Builder flow() {
        return NetworkActivity.builder()
                .activityId(NetworkActivity.ActivityId.TRAFFIC)
                .severityId(SeverityId.INFORMATIONAL)
                .time(1_700_000_000_000L)
                .metadata(metadata())
                .srcEndpoint(
                        NetworkEndpoint.builder().ip("10.0.0.1").port(40_000).build())
                .dstEndpoint(NetworkEndpoint.builder().ip("10.0.0.2").port(443).build());
    }

    private static Metadata metadata() {
        return Metadata.builder()
                .product(Product.builder().name("p").vendorName("v").build())
                .profiles(List.of())
                .build();
    }

    private static void assertValid(OcsfEvent event) throws IOException {
        byte[] json = Events.write(event);
        SourceValidation validation = OcsfValidator.builder().build().source("built");
        validation.check(json, 0, json.length);
        assertThat(validation.findings())
                .filteredOn(finding -> finding.severity() != Severity.NOTE)
                .isEmpty();
        assertThat(Events.read(json)).isEqualTo(event);
    }
}
