package org.ocsf4j.opensearch;

/** Which shard of its index a document goes to. A pure function of the object, so that writing again meets the same document. */
public enum Routing {
    /** By its id: evenly. The default. */
    ID,
    /** By its object: the rows of one object lie in one shard of an index, and a request touches fewer shards. */
    OBJECT
}
