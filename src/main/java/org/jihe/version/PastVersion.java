package org.jihe.version;

import java.io.Serializable;

/**
 * A line of the history: what printed something was replaced by what prints something else.
 *
 * @param key what it was a version of
 * @param file where it stood
 * @param printedHash digest of what it printed
 * @param by digest of what replaced it; empty where it was withdrawn
 */
public record PastVersion(String key, String file, String printedHash, String by)
    implements Serializable {}
