package org.jihe.publish.report;

/**
 * A picture of a page of a form's source.
 *
 * @param page number of the page, counted from 1
 * @param file the picture's name within the report
 * @param width width of the page in points, as a reader sees it
 * @param height its height
 */
public record PagePicture(int page, String file, double width, double height) {}
