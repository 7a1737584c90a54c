package org.jihe.source;

import java.util.List;

/**
 * What a page prints, in points from its top left corner, turned so that most of its text is
 * upright.
 *
 * @param width width of the page as turned
 * @param height height of the page as turned
 * @param turn quarter turns clockwise by which it was turned beyond the page's own rotation
 * @param glyphs its characters in the order of printing
 * @param rulings its lines
 * @param unusable characters whose meaning the file does not tell
 * @param invisible characters that are not painted, such as a layer of recognised text
 * @param pictured the largest share of the page that one picture covers, 0 to 1
 */
record PageContent(
    double width,
    double height,
    int turn,
    List<Glyph> glyphs,
    List<Ruling> rulings,
    int unusable,
    int invisible,
    double pictured) {}
