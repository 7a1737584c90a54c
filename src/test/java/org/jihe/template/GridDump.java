package org.jihe.template;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jihe.form.SelfEvaluation;
import org.jihe.transcript.Transcripts;

final class GridDump {
  public static void main(String[] names) throws Exception {
    for (String name : names) {
      String last = "";
      for (Recognition r : List.of(Recogniser.standard().recognise(GridText.merged(GridText.read(name))), Trial.recognise(GridText.tabbed(GridText.read(name)).getBytes(StandardCharsets.UTF_8)))) {
        System.out.println("#### " + name + " " + r.quarantined());
        for (SelfEvaluation f : r.forms()) {
          System.out.println(f.recovery());
          String t = Transcripts.write(f).replace("forms.txt", "a.xlsx");
          if (t.equals(last)) { System.out.println("SAME"); continue; }
          last = t;
          System.out.println(t.replaceAll("\n    +", " ").replaceAll("\n +([\\]}])", "$1"));
        }
      }
    }
  }
}
