package org.jihe.generate.defect;

/** A mistake that departments make. */
@FunctionalInterface
public interface Defect {

  /**
   * Plants it, and says in the truth what a review should find.
   *
   * @return false where it does not fit the form, which is then unchanged
   */
  boolean into(Planting form);
}
