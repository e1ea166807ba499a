package org.ocsf4j.schema.compiler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a metaschema of a few classes into a folder; single quotes stand for double ones. */
final class SmallMetaschema {

    private final Path folder;

    private SmallMetaschema(Path folder) {
        this.folder = folder;
    }

    SmallMetaschema file(String path, String json) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, json.replace('\'', '"'));
        return this;
    }

    Path folder() {
        return folder;
    }

    static SmallMetaschema in(Path folder) throws IOException {
        return new SmallMetaschema(folder)
                .file("version.json", "{'version': '7.0.0'}")
                .file("categories.json", "{'attributes': {'network': {'uid': 4, 'caption': 'Network Activity'}}}")
                .file("dictionary.json", DICTIONARY)
                .file("profiles/datetime.json", "{'name': 'datetime', 'meta': 'profile', 'attributes': {}}")
                .file("profiles/cloud.json", CLOUD)
                .file("profiles/host.json", HOST)
                .file("includes/common.json", COMMON)
                .file("enums/direction.json", "{'enum': {'0': {'caption': 'Unknown'}, '1': {'caption': 'In'}}}")
                .file("events/base_event.json", BASE_EVENT)
                .file("events/network/network.json", NETWORK)
                .file("events/network/other_file_name.json", FLOW)
                .file("objects/_entity.json", ENTITY)
                .file("objects/endpoint.json", ENDPOINT)
                .file("objects/observable.json", OBSERVABLE)
                .file("extensions/acme/extension.json", "{'name': 'acme', 'uid': 9, 'caption': 'Acme'}")
                .file("extensions/acme/dictionary.json", EXTENSION_DICTIONARY)
                .file("extensions/acme/profiles/tracked.json", TRACKED)
                .file("extensions/acme/events/probe.json", PROBE)
                .file("extensions/acme/events/flow_patch.json", FLOW_PATCH)
                .file("extensions/acme/objects/endpoint.json", ENDPOINT_PATCH)
                .file("extensions/acme/objects/badge.json", BADGE);
    }

    private static final String DICTIONARY =
            """
            {'attributes': {
              'activity_id': {'caption': 'Activity ID', 'type': 'integer_t', 'sibling': 'activity_name',
                'enum': {'0': {'caption': 'Unknown'}, '99': {'caption': 'Other'}}},
              'activity_name': {'caption': 'Activity', 'type': 'string_t'},
              'category_name': {'caption': 'Category', 'type': 'string_t'},
              'category_uid': {'caption': 'Category ID', 'type': 'integer_t', 'sibling': 'category_name'},
              'class_name': {'caption': 'Class', 'type': 'string_t'},
              'class_uid': {'caption': 'Class ID', 'type': 'integer_t', 'sibling': 'class_name'},
              'cloud_region': {'caption': 'Region', 'type': 'string_t'},
              'direction_id': {'caption': 'Direction ID', 'type': 'integer_t'},
              'hostname': {'caption': 'Hostname', 'type': 'hostname_t'},
              'name': {'caption': 'Name', 'type': 'string_t'},
              'peers': {'caption': 'Peers', 'type': 'endpoint', 'is_array': true},
              'src_endpoint': {'caption': 'Source', 'type': 'endpoint'},
              'time': {'caption': 'Time', 'type': 'timestamp_t'},
              'type_id': {'caption': 'Type ID', 'type': 'integer_t'},
              'type_name': {'caption': 'Type', 'type': 'string_t'},
              'type_uid': {'caption': 'Type UID', 'type': 'long_t', 'sibling': 'type_name'},
              'observables': {'caption': 'Observables', 'type': 'observable', 'is_array': true}},
             'types': {'attributes': {
              'string_t': {'caption': 'String'},
              'integer_t': {'caption': 'Integer'},
              'long_t': {'caption': 'Long'},
              'hostname_t': {'caption': 'Hostname', 'type': 'string_t', 'type_name': 'String', 'observable': 1},
              'timestamp_t': {'caption': 'Timestamp', 'type': 'long_t', 'type_name': 'Long'},
              'datetime_t': {'caption': 'Datetime', 'type': 'string_t', 'type_name': 'String'}}}}
            """;

    private static final String CLOUD =
            """
            {'name': 'cloud', 'meta': 'profile', 'annotations': {'group': 'primary'},
             'attributes': {'cloud_region': {'requirement': 'required'}, 'hostname': {'requirement': 'recommended'}}}
            """;

    private static final String HOST =
            """
            {'name': 'host', 'meta': 'profile', 'annotations': {'group': 'context'},
             'attributes': {'hostname': {'requirement': 'optional', 'caption': 'Of host'}}}
            """;

    private static final String COMMON =
            """
            {'caption': 'not taken', 'attributes': {
              'name': {'requirement': 'optional', 'caption': 'Included name'},
              'time': {'requirement': 'required'}}}
            """;

    private static final String BASE_EVENT =
            """
            {'name': 'base_event', 'caption': 'Base Event', 'category': 'other', 'attributes': {
              '$include': ['includes/common.json', 'profiles/cloud.json', 'profiles/host.json'],
              'activity_id': {'requirement': 'required'}, 'activity_name': {'requirement': 'optional'},
              'category_uid': {'requirement': 'required', 'enum': {'0': {'caption': 'Uncategorized'}}},
              'class_uid': {'requirement': 'required'}, 'type_uid': {'requirement': 'required'},
              'observables': {'requirement': 'recommended'},
              'name': {'requirement': 'optional'},
              'name': {'requirement': 'recommended'}},
             'profiles': ['cloud', 'host']}
            """;

    private static final String NETWORK =
            """
            {'name': 'network', 'caption': 'Network', 'category': 'network', 'extends': 'base_event', 'attributes': {
              'activity_id': {'enum': {'1': {'caption': 'Open'}}},
              'src_endpoint': {'requirement': 'recommended'}},
             'constraints': {'at_least_one': ['src_endpoint', 'peers']}}
            """;

    private static final String FLOW =
            """
            {'name': 'flow', 'caption': 'Flow', 'uid': 1, 'extends': 'network', 'attributes': {
              'activity_id': {'enum': {'6': {'caption': 'Traffic', '@deprecated': {'since': '6.0.0', 'message': 'x'}}}},
              'hostname': {'profile': null, 'requirement': 'optional'},
              'peers': {}},
             'observables': {'src_endpoint.name': 77}}
            """;

    private static final String ENTITY =
            """
            {'name': '_entity', 'caption': 'Entity', 'attributes': {'name': {'requirement': 'recommended'}},
             'constraints': {'at_least_one': ['name', 'hostname']}}
            """;

    private static final String ENDPOINT =
            """
            {'name': 'endpoint', 'caption': 'Endpoint', 'extends': '_entity', 'observable': 20, 'attributes': {
              'direction_id': {'$include': 'enums/direction.json', 'requirement': 'optional',
                'enum': {'1': {'caption': 'Inbound'}}},
              'peers': {'requirement': 'optional'},
              'hostname': {'requirement': 'optional', 'observable': 33}}}
            """;

    private static final String OBSERVABLE =
            """
            {'name': 'observable', 'caption': 'Observable', 'attributes': {
              'type_id': {'requirement': 'required', 'enum': {'0': {'caption': 'Unknown'}}}}}
            """;

    private static final String EXTENSION_DICTIONARY =
            """
            {'attributes': {
               'badge': {'caption': 'Badge', 'type': 'badge'},
               'seen_time': {'caption': 'Seen', 'type': 'timestamp_t'}},
             'types': {'attributes': {'string_t': {'caption': 'Overwritten'}}}}
            """;

    private static final String TRACKED =
            """
            {'name': 'tracked', 'meta': 'profile', 'attributes': {'seen_time': {'requirement': 'required'}}}
            """;

    private static final String PROBE =
            """
            {'name': 'probe', 'caption': 'Probe', 'uid': 3, 'category': 'network', 'extends': 'network',
             'attributes': {'badge': {'requirement': 'required'}}}
            """;

    private static final String FLOW_PATCH =
            """
            {'extends': 'flow', 'profiles': ['tracked'], 'constraints': {},
             'attributes': {'$include': 'profiles/tracked.json', 'badge': {'requirement': 'optional'}}}
            """;

    private static final String ENDPOINT_PATCH =
            """
            {'name': 'endpoint', 'extends': 'endpoint', 'attributes': {'badge': {'requirement': 'optional'}}}
            """;

    private static final String BADGE =
            """
            {'name': 'badge', 'caption': 'Badge', 'extends': '_entity', 'attributes': {}}
            """;
}
