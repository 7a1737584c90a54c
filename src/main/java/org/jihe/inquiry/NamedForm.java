package org.jihe.inquiry;

import org.jihe.layout.Position;
import org.jspecify.annotations.Nullable;

/** A form as a user asks for it. */
public interface NamedForm {

  /** The project's name as printed; null where none is. */
  @Nullable String projectName();

  /** Where the form begins. */
  Position origin();
}
