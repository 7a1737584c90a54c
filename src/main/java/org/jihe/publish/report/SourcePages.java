package org.jihe.publish.report;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Takes pictures of the pages of sources. */
@FunctionalInterface
public interface SourcePages {

  /** Takes none. */
  SourcePages NONE = (file, pages) -> List.of();

  /** The pictures of some pages of a file, as far as there are any. */
  List<PagePicture> of(String file, Set<Integer> pages) throws IOException;
}
