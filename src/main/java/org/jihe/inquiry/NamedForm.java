package org.jihe.inquiry;

import org.jihe.layout.Position;
import org.jspecify.annotations.Nullable;

/** A form as a user asks for it. */
public interface NamedForm {

  /** The project's name as printed; null where none is. */
  @Nullable String projectName();

  /** 主管部门 as printed; null where none is. */
  @Nullable String department();

  /** The year as printed; null where none is. */
  @Nullable String year();

  /** Where the form begins. */
  Position origin();
}
