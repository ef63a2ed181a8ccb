/** Names a finding without its place or value, so that a dismissal survives re-publication. */
import { foldWidth, withoutSpace } from '../document/text';
import type { LocatedFinding } from '../locate/locate';
import type { Report } from '../rules/rule';

/** 64 bits in 16 hexadecimal digits; stable for ever, not for security. */
export function digest(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0');
  return hex(low) + hex(high);
}

/**
 * For sums: organ, year, table and the sorted failing relations (not the suspects, which better evidence may
 * reorder). For the rest: organ, year, rule and what the finding is about, with digits of a quote masked.
 */
export function fingerprints(report: Report, source: string, findings: readonly LocatedFinding[]): string[] {
  const owner = `${report.organ ?? source}|${report.year ?? ''}`;
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const subject = `${owner}|${subjectOf(finding)}`;
    const ordinal = seen.get(subject) ?? 0;
    seen.set(subject, ordinal + 1);
    return digest(ordinal === 0 ? subject : `${subject}|${ordinal}`);
  });
}

function subjectOf(finding: LocatedFinding): string {
  const relations = finding.relations ?? [];
  if (relations.length > 0) {
    const table = finding.cells?.[0]?.split('.')[0] ?? '';
    return `${table}|${relations
      .map((failure) => `${failure.id}@${failure.at}`)
      .sort()
      .join('+')}`;
  }
  const about =
    finding.about ??
    (finding.quote === undefined ? undefined : masked(finding.quote)) ??
    finding.cells?.join('+') ??
    '';
  return `${finding.rule}|${about}`;
}

/** A whole number is one place: 9 and 12 mask alike, in digits of any width and in characters. */
const NUMBER = /\d+(?:[,.]\d+)*|[〇零一二三四五六七八九十百千万亿两]+/g;

function masked(quote: string): string {
  return withoutSpace(foldWidth(quote)).replace(NUMBER, '#');
}
