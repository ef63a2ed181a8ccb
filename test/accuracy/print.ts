/** The measurements as one table, each ratio with its n. */
import type { Measured, Quiet, Share } from './measure';

const COLUMNS = ['recall', 'precision', 'alone', 'inSet', 'first', 'named', 'tied', 'cells', 'relations'];

export function tableOf(measured: readonly Measured[]): string {
  const head = ['class', 'n', ...COLUMNS, 'set: median, largest'];
  const rows = measured.map(({ name, n, shares, sizes, skipped }) =>
    skipped === undefined
      ? [
          name,
          String(n),
          ...COLUMNS.map((column) => shareText(shares[column])),
          sizes === undefined ? '' : `${sizes.median}, ${sizes.largest}`,
        ]
      : [name, '0', `skipped: ${skipped}`],
  );
  const widths = head.map((_, at) =>
    Math.max(...[head, ...rows].filter((row) => row.length === head.length).map((row) => (row[at] ?? '').length)),
  );
  const skipped = measured.filter((each) => each.skipped !== undefined).length;
  const cases = measured.reduce((sum, { n }) => sum + n, 0);
  return [
    ...[head, ...rows].map((row) =>
      row
        .map((text, at) => text.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    ),
    `${measured.length} classes, ${skipped} of them skipped; ${cases} cases`,
  ].join('\n');
}

function shareText(share: Share | undefined): string {
  if (share === undefined) return '';
  if (share.of === 0) return '0/0';
  return `${percent(share)} ${share.hits}/${share.of}`;
}

/** Cut off, not rounded: 100% is all of them. */
function percent({ hits, of }: Share): string {
  return `${(Math.floor((hits * 1000) / of) / 10).toFixed(1)}%`;
}

export function quietText({ n, shares, byRule, alarms }: Quiet): string {
  const lines = Object.entries(shares).map(([name, share]) => `  ${name.padEnd(20)} ${shareText(share)}`);
  const rules = [...byRule]
    .sort(([, a], [, b]) => b - a)
    .map(([rule, count]) => `  ${rule.padEnd(32)} ${count}, ${(count / n).toFixed(4)} a report`);
  return [
    `correct reports: ${n}`,
    ...lines,
    rules.length === 0 ? 'nothing was said of them' : 'said of them, all rules:',
    ...rules,
    ...alarms.map((alarm) => `  ! ${alarm}`),
  ].join('\n');
}
