package org.jihe.source.ocr;

import org.jihe.layout.Box;

/**
 * A recognised word.
 *
 * @param text what was recognised
 * @param box where, in pixels; its upper and lower sides are those of the line
 */
public record RecognisedWord(String text, Box box) {}
