package org.jihe.source;

import org.jihe.layout.Box;

/**
 * A recognised word.
 *
 * @param text what was recognised
 * @param box where, in pixels; its upper and lower sides are those of the line
 */
record Word(String text, Box box) {}
