package org.jihe.publish.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jihe.view.FindingChange;

/** What became of a department's findings, as the page tells it. */
final class ChangeNode {

  private ChangeNode() {}

  static ObjectNode of(String run, FindingChange.Department change) {
    ObjectNode node = ScriptFile.JSON.createObjectNode();
    node.put("run", run);
    node.put("resolved", change.resolved()).put("added", change.added());
    node.put("waived", change.waived()).put("remaining", change.remaining());
    ArrayNode forms = node.putArray("forms");
    for (FindingChange form : change.forms()) {
      if (!form.resolved().isEmpty() || !form.added().isEmpty()) {
        ObjectNode one = forms.addObject();
        one.put("id", form.formId()).put("project", form.project());
        one.put("there", form.after() != null);
        put(one.putArray("resolved"), form.resolved());
        put(one.putArray("added"), form.added());
      }
    }
    return node;
  }

  private static void put(ArrayNode lines, List<FindingChange.Line> findings) {
    for (FindingChange.Line one : findings) {
      lines
          .addObject()
          .put("rule", one.ruleId())
          .put("severity", one.severity().name())
          .put("place", one.place())
          .put("text", one.text());
    }
  }
}
