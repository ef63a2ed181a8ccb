/** A bar of one or several parts. Told apart by pattern as well as by colour; the numbers stand beside it in the table. */
export type Fill = 'plain' | 'soft' | 'hatched' | 'dotted' | 'hollow';

export interface Part {
  readonly count: number;
  readonly fill: Fill;
}

interface BarProps {
  readonly parts: readonly Part[];
  /** What the whole width stands for. */
  readonly of: number;
}

/** Decoration: a screen reader hears the numbers. Needs `Patterns` once on the page. */
export function Bar({ parts, of }: BarProps) {
  let from = 0;
  return (
    <svg class="plot-bar" aria-hidden="true" focusable="false">
      {parts.map(({ count, fill }) => {
        const x = from;
        const width = of === 0 ? 0 : (100 * count) / of;
        from += width;
        return width === 0 ? null : (
          <rect key={fill} class={`fill-${fill}`} x={`${x}%`} y="1" width={`${width}%`} height="14" rx="1" />
        );
      })}
    </svg>
  );
}

/** The patterns that bars are filled with. */
export function Patterns() {
  return (
    <svg class="visually-hidden" aria-hidden="true" focusable="false">
      <defs>
        <pattern id="plot-hatched" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="ground" width="6" height="6" />
          <rect class="line" width="2.5" height="6" />
        </pattern>
        <pattern id="plot-dotted" width="6" height="6" patternUnits="userSpaceOnUse">
          <rect class="ground" width="6" height="6" />
          <circle class="line" cx="3" cy="3" r="1.4" />
        </pattern>
      </defs>
    </svg>
  );
}

/** What a pattern stands for. */
export function Key({ items }: { readonly items: readonly { readonly fill: Fill; readonly text: string }[] }) {
  return (
    <ul class="plot-key" aria-hidden="true">
      {items.map(({ fill, text }) => (
        <li key={fill}>
          <svg width="22" height="14" aria-hidden="true" focusable="false">
            <rect class={`fill-${fill}`} x="1" y="1" width="20" height="12" rx="1" />
          </svg>
          {text}
        </li>
      ))}
    </ul>
  );
}
