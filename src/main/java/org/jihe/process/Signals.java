package org.jihe.process;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/**
 * What the system or a person tells the process. Through the module {@code jdk.unsupported}, by
 * reflection, because the compiler warns of every use of it; a Java without it keeps its own ways.
 */
public final class Signals {

  private Signals() {}

  /**
   * Does something when a signal comes, instead of ending.
   *
   * @param name as {@code INT}; one that is ignored, or that Java does not hand on, is left as it
   *     is
   */
  public static void on(String name, Runnable action) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object own =
          Proxy.newProxyInstance(
              Signals.class.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                if (method.getName().equals("handle")) {
                  action.run();
                }
                return null;
              });
      Object before =
          signal
              .getMethod("handle", signal, handler)
              .invoke(null, signal.getConstructor(String.class).newInstance(name), own);
      Object ignored = handler.getField("SIG_IGN").get(null);
      if (before == ignored) { // as under nohup
        signal
            .getMethod("handle", signal, handler)
            .invoke(null, signal.getConstructor(String.class).newInstance(name), ignored);
      }
    } catch (ClassNotFoundException
        | NoSuchMethodException
        | NoSuchFieldException
        | InstantiationException
        | IllegalAccessException
        | InvocationTargetException e) {
      // The signal ends the process as Java has it, with the same exit code.
    }
  }
}
