package org.jihe.handbook;

import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where pages and files lie beside each other in an unpacked release.
 *
 * @param pages every page by its path from the root of the sources
 */
record Addresses(Set<String> pages) {

  /** Pages of the handbook proper; they come to lie at the top. */
  static final String HANDBOOK = "src/site/markdown";

  static final String PICTURES = "src/site/resources/images";

  private static final String OTHERS = "project/";
  private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*|#.*");

  /** What a release holds beside the pages, as its descriptor says. */
  private static final Pattern SHIPPED =
      Pattern.compile("(rules|notebooks|datasets/minhang-2022|datasets/dashboards)(/.*)?|LICENSE");

  /** The path of a page from the folder of all pages. */
  static String of(String page) {
    String html = page.substring(0, page.length() - ".md".length()) + ".html";
    return html.startsWith(HANDBOOK + "/")
        ? html.substring(HANDBOOK.length() + 1)
        : OTHERS + html.replace(".github/", "");
  }

  /**
   * Where a link leads.
   *
   * @param page the page that it stands in
   * @param link as it is written there
   * @return an address from the page, or null where a release does not hold what it leads to
   */
  @Nullable String link(String page, String link) {
    if (ELSEWHERE.matcher(link).matches()) {
      return link;
    }
    int mark = link.indexOf('#');
    String anchor = mark < 0 ? "" : link.substring(mark);
    String target = target(page, mark < 0 ? link : link.substring(0, mark));
    String up = "../".repeat((int) of(page).chars().filter(c -> c == '/').count());
    if (pages.contains(target)) {
      return up + of(target) + anchor;
    }
    if (target.startsWith(PICTURES + "/")) {
      return up + "images" + target.substring(PICTURES.length());
    }
    return SHIPPED.matcher(target).matches() ? up + "../" + target : null;
  }

  /** The path from the root that a relative link leads to. */
  static String target(String page, String link) {
    URI base = URI.create("file:/" + page);
    String path = base.resolve(link).normalize().getPath();
    return path.replaceAll("^/+|/+$", "");
  }
}
