package org.jihe.publish;

/**
 * What a publication shows, before it is written.
 *
 * @param run the run whose tables it shows
 * @param schema number of the tables' layout
 * @param program version of the program that writes it
 * @param contents a digest of all that its files are made of
 */
public record Edition(String run, int schema, String program, String contents) {}
