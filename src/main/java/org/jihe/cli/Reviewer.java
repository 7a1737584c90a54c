package org.jihe.cli;

import org.jihe.job.JobException;
import org.jihe.job.Progress;
import org.jihe.job.ReviewRequest;
import org.jihe.publish.ReviewSummary;
import org.jihe.rule.RuleException;

/** The job behind {@code review}; the command line is tested without it. */
@FunctionalInterface
interface Reviewer {

  ReviewSummary run(ReviewRequest request, Progress progress) throws JobException, RuleException;
}
