package org.jihe.rule.engine;

import java.io.Serializable;
import org.jihe.finding.Evaluation;
import org.jihe.rule.fact.group.ProjectDigest;
import org.jspecify.annotations.Nullable;

/**
 * What came of checking one form.
 *
 * @param evaluation what the form's own rules said
 * @param digest what rules on several forms need of it; null where no rule needs any
 */
public record FormCheck(Evaluation evaluation, @Nullable ProjectDigest digest)
    implements Serializable {}
