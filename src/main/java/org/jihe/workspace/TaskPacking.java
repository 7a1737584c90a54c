package org.jihe.workspace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.ToLongFunction;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Deals out work that cannot be divided, such as departments, to tasks: a task takes several small
 * pieces, so that neither many of them nor a large one cost much.
 */
public final class TaskPacking {

  /** Enough that the last task to end does not keep the others waiting for long. */
  private static final int TASKS_A_CORE = 4;

  private TaskPacking() {}

  /** TaskPacking for the cores that Spark has; none is empty. */
  public static <T> List<List<T>> of(
      JavaSparkContext context, List<T> pieces, ToLongFunction<T> bytes) {
    return of(TASKS_A_CORE * context.defaultParallelism(), pieces, bytes);
  }

  /** The largest piece first, each to the share that is smallest so far. */
  public static <T> List<List<T>> of(int most, List<T> pieces, ToLongFunction<T> bytes) {
    List<List<T>> shares = new ArrayList<>();
    PriorityQueue<Share> smallest = new PriorityQueue<>(Comparator.comparingLong(Share::bytes));
    pieces.stream()
        .sorted(Comparator.comparingLong(bytes).reversed())
        .forEach(
            piece -> {
              if (shares.size() < most) {
                shares.add(new ArrayList<>());
                smallest.add(new Share(shares.size() - 1, 0));
              }
              Share share = smallest.remove();
              shares.get(share.number).add(piece);
              smallest.add(new Share(share.number, share.bytes + bytes.applyAsLong(piece)));
            });
    return shares;
  }

  private record Share(int number, long bytes) {}
}
