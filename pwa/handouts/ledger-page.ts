/** 台账 as one page without scripts: opens anywhere, prints well, asks no server for anything. */
import type { LedgerTable } from './ledger';
import { isWide, legibleWidth, widthShares } from './ledger-widths';
import type { HandoutOptions } from './options';
import { wordsIn } from './words';
import { xmlText } from './xml';

const STYLE = `
body{margin:24px;color:#1d2126;background:#fff;font:14px/1.6 'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC',sans-serif}
h1{margin:0 0 4px;font-size:20px}
p{margin:0 0 12px;color:#59616b}
table{width:100%;table-layout:fixed;border-collapse:collapse;font-variant-numeric:tabular-nums}
th,td{padding:4px 6px;border:1px solid #b0b4af;vertical-align:top;text-align:left;overflow-wrap:anywhere;white-space:pre-line}
thead th{background:#e3eef4}
td.n{text-align:right;white-space:nowrap}
td.error{background:#fbe9e7}td.warning{background:#fdf1d6}td.info{background:#e6eff8}
a{color:#14506e}
@media print{body{margin:0;font-size:9pt}thead{display:table-header-group}tr{break-inside:avoid}a{color:inherit;text-decoration:none}}
`.trim();

/** Nothing is loaded and nothing runs, whatever a name holds. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

export function ledgerPage(
  { columns, rows }: LedgerTable,
  title: string,
  scope: string,
  { language }: Pick<HandoutOptions, 'language'>,
): string {
  const t = wordsIn(language);
  const head = columns.map(({ name }) => `<th scope="col">${xmlText(name)}</th>`).join('');
  const body = rows.map(({ values, severity, address }) => {
    const cells = values.map((value, index) => {
      const text = xmlText(String(value ?? ''));
      const id = columns[index]?.id;
      if (id === 'address' && address !== '')
        return `<td><a href="${xmlText(address)}" rel="noreferrer">${text}</a></td>`;
      const kind = id === 'severity' ? severity : typeof value === 'number' ? 'n' : '';
      return `<td${kind === '' ? '' : ` class="${kind}"`}>${text}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const shares = widthShares(columns).map((share, index) => `.c${index}{width:${share}%}`);
  const none = rows.length === 0 ? `<p>${xmlText(t('ledger.none'))}</p>` : '';
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${xmlText(title)}</title>
<style>${STYLE}
@page{size:${isWide(columns) ? 'A3' : 'A4'} landscape;margin:12mm 10mm}
${shares.join('')}
@media screen{table{min-width:${legibleWidth(columns)}px}}</style>
</head>
<body>
<h1>${xmlText(title)}</h1>
<p>${xmlText(scope)}</p>
<table>
<colgroup>${columns.map((_, index) => `<col class="c${index}">`).join('')}</colgroup>
<thead><tr>${head}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table>
${none}
</body>
</html>
`;
}
