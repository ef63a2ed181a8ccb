import { useEffect, useRef } from 'preact/hooks';
import type { SavedReport } from '../../../core/exchange/schema';
import type { Block, Finding } from '../../../core/index';
import type { ExplainedFinding } from '../../ui/index';
import { t } from './t';

interface ReportTextProps {
  readonly report: SavedReport;
  readonly items: readonly ExplainedFinding[];
  readonly finding: Finding | null;
  readonly onFinding: (finding: Finding) => void;
}

/** The prose as it was read, with the quotes of findings marked; tables are under their own tabs. */
export function ReportText({ report, items, finding, onFinding }: ReportTextProps) {
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    body.current?.querySelector('mark.current')?.scrollIntoView({ block: 'center' });
  }, [finding]);
  return (
    <div ref={body} class="prose">
      {report.document.blocks.map((block, index) => (
        <BlockView key={index} block={block} quotes={quotesIn(items, index)} current={finding} onFinding={onFinding} />
      ))}
    </div>
  );
}

interface BlockViewProps {
  readonly block: Block;
  readonly quotes: readonly Finding[];
  readonly current: Finding | null;
  readonly onFinding: (finding: Finding) => void;
}

function BlockView({ block, quotes, current, onFinding }: BlockViewProps) {
  if (block.kind === 'table') return <p class="quiet placeholder">{t('text.table', { rows: block.rows.length })}</p>;
  if (block.kind === 'picture') return <p class="quiet placeholder">{t('text.picture', { text: block.text })}</p>;
  const text = markQuotes(block.text, quotes, current, onFinding);
  return block.level > 0 ? <h3>{text}</h3> : <p>{text}</p>;
}

function quotesIn(items: readonly ExplainedFinding[], block: number): readonly Finding[] {
  return items
    .map((item) => item.finding)
    .filter((finding) => finding.place?.block === block && finding.place.cell === undefined);
}

function markQuotes(
  text: string,
  quotes: readonly Finding[],
  current: Finding | null,
  onFinding: (finding: Finding) => void,
) {
  const all = quotes.map((finding) => ({
    finding,
    start: finding.place?.start ?? 0,
    end: finding.place?.end ?? text.length,
  }));
  // Where quotes overlap the chosen one is marked, else the first; all are in the list.
  const chosen = all.find(({ finding }) => finding === current);
  const spans = all
    .filter((span) => span === chosen || chosen === undefined || span.end <= chosen.start || span.start >= chosen.end)
    .sort((a, b) => a.start - b.start);
  const pieces = [];
  let at = 0;
  for (const { finding, start, end } of spans) {
    if (start < at) continue;
    pieces.push(
      text.slice(at, start),
      <mark class={`${finding.severity} ${finding === current ? 'current' : ''}`}>
        <button type="button" onClick={() => onFinding(finding)}>
          {text.slice(start, end)}
        </button>
      </mark>,
    );
    at = end;
  }
  return [...pieces, text.slice(at)];
}
