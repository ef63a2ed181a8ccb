/** 受理11件，办结8件，结转1件: what came in against what went out, as one passage tells it. */
import { gather } from '../document/gather';
import type { PartsSum } from '../statements/parts';
import type { Passage } from '../statements/passage';
import type { Statement } from '../statements/statement';
import type { Report } from './rule';

export interface BrokenFlow extends PartsSum {
  /** As the passage says it, else as table three has it. */
  readonly carriedIn: number | null;
}

/** At most one: the first received, decided and carried over that the passage states. */
export function brokenFlows(report: Report, passage: Passage): BrokenFlow[] {
  const own = report.statements.filter((statement) => statement.passage === passage && !statement.none);
  const stated = (subject: Statement['subject']): Statement[] => own.filter((each) => each.subject === subject);
  const [received, second] = stated('received');
  const [decided, third] = stated('decided');
  const [carriedOut, fourth] = stated('carriedOut');
  if (received === undefined || decided === undefined || carriedOut === undefined) return [];
  // Told twice, for different things: nobody can say which belong together.
  if ([second, third, fourth].some((each) => each !== undefined)) return [];
  if ([received, decided, carriedOut].some(({ amount }) => amount.low !== amount.high)) return [];
  const total = received.amount.low;
  const parts = [decided.amount.low, carriedOut.amount.low];
  const sum = parts.reduce((all, part) => all + part, 0);
  const carriedIn =
    stated('carriedIn')[0]?.amount.low ?? report.facts.get('applications.carriedIn.total')?.value ?? null;
  if (sum === total || (carriedIn === null ? sum > total : sum === total + carriedIn)) return [];
  const ranges = gather([received, decided, carriedOut], ({ amount }) => [amount.start, amount.end]);
  return [{ passage, start: Math.min(...ranges), end: Math.max(...ranges), total, parts, carriedIn }];
}
