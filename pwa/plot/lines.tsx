/** Numbers over the years: each series with its own dash and shape, its numbers at the points. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

export interface Series {
  readonly name: string;
  /** One for each year; null where there is none, which leaves a gap. */
  readonly values: readonly (number | null)[];
}

interface LinesProps {
  /** What the whole picture says, for those who do not see it; the table behind it has the numbers. */
  readonly label: string;
  readonly years: readonly number[];
  /** At most four. */
  readonly series: readonly Series[];
}

const HEIGHT = 240;
const EDGE = { top: 22, right: 28, bottom: 26, left: 48 };

export function Lines({ label, years, series }: LinesProps) {
  const svg = useRef<SVGSVGElement>(null);
  const [width, setWidth] = useState(640);
  useLayoutEffect(() => {
    const element = svg.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setWidth(Math.max(240, element.clientWidth)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const top = niceTop(Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0))));
  const x = (at: number): number =>
    EDGE.left + (width - EDGE.left - EDGE.right) * (years.length === 1 ? 0.5 : at / (years.length - 1));
  const y = (value: number): number => HEIGHT - EDGE.bottom - (HEIGHT - EDGE.top - EDGE.bottom) * (value / top);
  const labels = labelPlaces(series, (value) => y(value));
  return (
    <svg ref={svg} class="plot-lines" height={HEIGHT} role="img" aria-label={label}>
      {[0, top / 2, top].map((value) => (
        <g key={value}>
          <line class="grid" x1={EDGE.left} x2={width - EDGE.right} y1={y(value)} y2={y(value)} />
          <text x={EDGE.left - 8} y={y(value) + 4} text-anchor="end">
            {value}
          </text>
        </g>
      ))}
      {years.map((year, at) => (
        <text key={year} x={x(at)} y={HEIGHT - 6} text-anchor="middle">
          {year}
        </text>
      ))}
      {series.map(({ name, values }, own) => (
        <g key={name}>
          <path class={`series s${own}`} d={pathOf(values, x, y)} />
          {values.map((value, at) =>
            value === null ? null : (
              <g key={years[at]}>
                <Shape kind={own} x={x(at)} y={y(value)} />
                <Value x={x(at)} y={labels[own]?.[at] ?? null} value={value} />
              </g>
            ),
          )}
        </g>
      ))}
    </svg>
  );
}

/** A number that would stand on another is left to the table. */
function Value({ x, y, value }: { readonly x: number; readonly y: number | null; readonly value: number }) {
  return y === null ? null : (
    <text class="value" x={x} y={y} text-anchor="middle">
      {value}
    </text>
  );
}

/** Pixels between two numbers above each other. */
const APART = 14;

/** Above its point, else below it, else nowhere: by series, by year. */
function labelPlaces(series: readonly Series[], y: (value: number) => number): (number | null)[][] {
  const taken: number[][] = [];
  return series.map(({ values }) =>
    values.map((value, at) => {
      if (value === null) return null;
      const own = taken[at] ?? [];
      taken[at] = own;
      const place = [y(value) - 9, y(value) + 18].find(
        (each) => each < HEIGHT - EDGE.bottom && own.every((other) => Math.abs(other - each) >= APART),
      );
      if (place !== undefined) own.push(place);
      return place ?? null;
    }),
  );
}

/** Circle, square, diamond, triangle: one for each series. */
function Shape({ kind, x, y }: { readonly kind: number; readonly x: number; readonly y: number }) {
  const shape = [
    `M${x - 4},${y}a4,4 0 1 0 8,0a4,4 0 1 0 -8,0`,
    `M${x - 4},${y - 4}h8v8h-8z`,
    `M${x},${y - 5}l5,5l-5,5l-5,-5z`,
    `M${x},${y - 5}l5,9h-10z`,
  ][kind % 4];
  return <path class={`point s${kind}`} d={shape} />;
}

/** How a series is drawn, for the key beside its name. */
export function SeriesMark({ kind }: { readonly kind: number }) {
  return (
    <svg class="plot-lines series-mark" width="30" height="12" aria-hidden="true" focusable="false">
      <line class={`series s${kind}`} x1="0" x2="30" y1="6" y2="6" />
      <Shape kind={kind} x={15} y={6} />
    </svg>
  );
}

function pathOf(values: readonly (number | null)[], x: (at: number) => number, y: (value: number) => number): string {
  let isOpen = false;
  return values
    .map((value, at) => {
      if (value === null) {
        isOpen = false;
        return '';
      }
      const step = `${isOpen ? 'L' : 'M'}${x(at)},${y(value)}`;
      isOpen = true;
      return step;
    })
    .join('');
}

/** The next of 2, 4, 10, 20, 40, 100 …, so that half of it is whole. */
export function niceTop(highest: number): number {
  for (let step = 1; ; step *= 10) for (const each of [2, 4, 10]) if (each * step >= highest) return each * step;
}
