import { joined } from '../../library/library';
import type { LibraryRecord } from '../../library/record';
import { snippetOf } from '../../library/search';
import { reportName, whenText } from '../../report-name';
import { hrefOf } from '../../route';
import { t as shared } from '../../t';
import { Counts } from './counts';
import { cellId } from './grid-keys';
import { t } from './t';
import { REVIEW_TONES } from './tones';

interface GridRowProps {
  readonly record: LibraryRecord;
  readonly row: number;
  /** The active cell, where it is in this row. */
  readonly column: number | null;
  readonly ticked: boolean;
  /** Words that are searched for. */
  readonly words: readonly string[];
  readonly onDelete: (record: LibraryRecord) => void;
}

export function GridRow({ record, row, column, ticked, words, onDelete }: GridRowProps) {
  const { summary, name, details } = record;
  const cell = (own: number, className = ''): { readonly id: string; readonly class: string } => ({
    id: cellId({ row, column: own }),
    class: `${className} ${column === own ? 'active' : ''}`,
  });
  return (
    <tr aria-rowindex={row + 2} aria-selected={ticked}>
      <td {...cell(0, 'tick')}>
        <input
          type="checkbox"
          tabIndex={-1}
          checked={ticked}
          aria-label={t('row.tick', { name: reportName(summary) })}
        />
      </td>
      <th {...cell(1, 'name')} scope="row">
        <a tabIndex={-1} href={hrefOf({ screen: 'report', id: record.id })} title={name}>
          {name}
        </a>
        <Below record={record} words={words} />
      </th>
      <td {...cell(2, 'number')}>
        <Year record={record} />
      </td>
      <td {...cell(3, 'wide-only')}>
        <span class={summary.status === 'checked' ? 'quiet' : 'tag warning'}>{t(`status.of.${summary.status}`)}</span>
      </td>
      <td {...cell(4, 'found')}>
        <Counts summary={summary} />
      </td>
      <td {...cell(5, 'review')}>
        <Review record={record} />
      </td>
      <td {...cell(6, 'wide-only quiet')}>{details?.published ?? '—'}</td>
      <td {...cell(7, 'wide-only quiet')}>{whenText(summary.savedAt)}</td>
      <td {...cell(8, 'actions')}>
        <button
          type="button"
          class="plain"
          tabIndex={-1}
          aria-label={t('row.delete.named', { name: reportName(summary) })}
          onClick={() => onDelete(record)}
        >
          {shared('report.delete')}
        </button>
      </td>
    </tr>
  );
}

/** Leads to the organ over the years. */
function Year({ record: { summary } }: Pick<GridRowProps, 'record'>) {
  const { organ, year } = summary;
  if (organ === null || year === null) return <>{year ?? '—'}</>;
  return (
    <a tabIndex={-1} href={hrefOf({ screen: 'organ', id: organ })} title={t('row.history')}>
      {year}
    </a>
  );
}

/** Why it was found, or which file it is. */
function Below({ record, words }: Pick<GridRowProps, 'record' | 'words'>) {
  const snippet = snippetOf(record, words);
  if (snippet !== null)
    return (
      <span class="below">
        {snippet.before}
        <mark>{snippet.hit}</mark>
        {snippet.after}
      </span>
    );
  const { fileName, address } = record.summary.source;
  const source = fileName ?? address;
  return source === null || source === record.name ? null : <span class="below">{source}</span>;
}

function Review({ record: { review, details } }: Pick<GridRowProps, 'record'>) {
  if (!joined.value || details === null) return <span class="quiet">{t('review.unknown')}</span>;
  const tone = REVIEW_TONES[review];
  return tone === 'none' ? (
    <span class="quiet">{t(`review.${review}`)}</span>
  ) : (
    <span class={`tag ${tone}`}>{t(`review.${review}`)}</span>
  );
}
