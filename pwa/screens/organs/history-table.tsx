import { useMemo, useState } from 'preact/hooks';
import type { SavedReport } from '../../../core/exchange/schema';
import { type CellId, cellName } from '../../../core/index';
import { type CellHistory, cellHistories, MAIN_CELLS } from '../../library/history';
import type { LibraryRecord } from '../../library/record';
import { Lines, SeriesMark } from '../../plot/lines';
import { formName } from '../../report-name';
import { hrefOf } from '../../route';
import { language, showToast } from '../../ui/index';
import { Counts } from '../library/counts';
import { t } from './t';

interface Year {
  readonly record: LibraryRecord;
  readonly report: SavedReport;
}

const FIRST: CellId = 'applications.received.total';
/** As many as can be told apart. */
const SERIES = 4;

/** Cells down, years across; what is ticked is drawn above. */
export function HistoryTable({ years }: { readonly years: readonly Year[] }) {
  const [everything, setEverything] = useState(false);
  const [plotted, setPlotted] = useState<readonly CellId[]>([FIRST]);
  const cells = useMemo(() => cellHistories(years.map(({ report }) => report)), [years]);
  const latest = years.at(-1)?.report.outcome;
  const nameOf = (cell: CellId): string => {
    // A cell of an older form is named by the report that has it.
    const own = years.findLast(({ report }) => report.outcome.facts[cell] !== undefined)?.report.outcome ?? latest;
    return own === undefined ? cell : cellName(cell, own, language.value);
  };
  const shown = cells.filter(({ cell }) => everything || MAIN_CELLS.has(cell) || plotted.includes(cell));
  const toggle = (cell: CellId, event: Event): void => {
    if (plotted.includes(cell)) setPlotted(plotted.filter((each) => each !== cell));
    else if (plotted.length < SERIES) setPlotted([...plotted, cell]);
    else {
      event.preventDefault();
      showToast(t('organ.plot.full'));
    }
  };
  return (
    <>
      <Plot
        years={years}
        cells={plotted.flatMap((id) => cells.find(({ cell }) => cell === id) ?? [])}
        nameOf={nameOf}
      />
      <div class="row between wrap">
        <h2 id="history">{t('organ.table')}</h2>
        <button type="button" aria-pressed={everything} onClick={() => setEverything(!everything)}>
          {everything ? t('organ.main') : t('organ.everything', { count: cells.length })}
        </button>
      </div>
      <div class="form-scroll">
        <table class="plot" aria-labelledby="history">
          <thead>
            <tr>
              <th scope="col" class="tick">
                <span class="visually-hidden">{t('organ.plot')}</span>
              </th>
              <th scope="col">{t('organ.cell')}</th>
              {years.map(({ record }) => (
                <th key={record.id} scope="col" class="number">
                  <a href={hrefOf({ screen: 'report', id: record.id })}>{record.summary.year}</a>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <td />
              <th scope="row">{t('organ.row.published')}</th>
              {years.map(({ record }) => (
                <td key={record.id} class="number">
                  {record.details?.published ?? '—'}
                </td>
              ))}
            </tr>
            <tr>
              <td />
              <th scope="row">{t('organ.row.findings')}</th>
              {years.map(({ record }) => (
                <td key={record.id} class="number">
                  <Counts summary={record.summary} />
                </td>
              ))}
            </tr>
            <tr>
              <td />
              <th scope="row">{t('organ.row.form')}</th>
              {years.map(({ record }) => (
                <td key={record.id} class="number">
                  {formName(record.summary.form)}
                </td>
              ))}
            </tr>
            {shown.map((line) => (
              <tr key={line.cell}>
                <td class="tick">
                  <input
                    type="checkbox"
                    checked={plotted.includes(line.cell)}
                    aria-label={t('organ.plot.named', { name: nameOf(line.cell) })}
                    onClick={(event) => toggle(line.cell, event)}
                  />
                </td>
                <th scope="row">{nameOf(line.cell)}</th>
                {years.map(({ record }, at) => (
                  <td key={record.id} class="number">
                    {rawText(line.raw[at] ?? null)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function rawText(raw: string | null): string {
  if (raw === null) return '—';
  return raw.trim() === '' ? t('organ.blank') : raw;
}

interface PlotProps {
  readonly years: readonly Year[];
  readonly cells: readonly CellHistory[];
  readonly nameOf: (cell: CellId) => string;
}

function Plot({ years, cells, nameOf }: PlotProps) {
  if (cells.length === 0) return <p class="quiet">{t('organ.plot.none')}</p>;
  const numbers = years.map(({ record }) => record.summary.year ?? 0);
  const [first = 0, last = first] = [numbers[0], numbers.at(-1)];
  // A year without a report has its place on the axis.
  const axis = Array.from({ length: last - first + 1 }, (_, after) => first + after);
  const series = cells.map(({ cell, values }) => ({
    name: nameOf(cell),
    values: axis.map((year) => values[numbers.indexOf(year)] ?? null),
  }));
  const text = series
    .map(({ name, values }) => `${name} ${axis.map((year, at) => `${year} ${values[at] ?? '—'}`).join(', ')}`)
    .join('; ');
  return (
    <figure class="stack">
      <figcaption>
        <ul class="plot-key">
          {series.map(({ name }, kind) => (
            <li key={name}>
              <SeriesMark kind={kind} />
              {name}
            </li>
          ))}
        </ul>
      </figcaption>
      <Lines label={t('organ.plot.label', { text })} years={axis} series={series} />
    </figure>
  );
}
