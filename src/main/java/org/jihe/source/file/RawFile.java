package org.jihe.source.file;

/**
 * The bytes of one source.
 *
 * @param name path of the source, for positions and messages, with {@code /} between its parts
 * @param content all of its bytes; readers must not change them
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RawFile(String name, byte[] content) {}
