import { useEffect } from 'preact/hooks';
import { isWide, widthShares } from '../../handouts/ledger-widths';
import type { PrintedLedger } from '../../handouts/messages';
import { printed } from './maker';

/** The ledger on paper: drawn for the printer alone, and gone when it is done. */
export function PrintSheet({ ledger }: { readonly ledger: PrintedLedger }) {
  useEffect(() => {
    const over = (): void => {
      printed.value = null;
    };
    addEventListener('afterprint', over, { once: true });
    // After the rows are drawn.
    const frame = requestAnimationFrame(() => print());
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('afterprint', over);
    };
  }, [ledger]);
  const shares = widthShares(ledger.columns);
  return (
    <div class={`print-sheet ${isWide(ledger.columns) ? 'wide' : ''}`} lang={ledger.language}>
      <h2>{ledger.title}</h2>
      <p>{ledger.scope}</p>
      <table>
        <colgroup>
          {shares.map((share, index) => (
            <col key={ledger.columns[index]?.id} style={{ width: `${share}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {ledger.columns.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ledger.rows.map(({ values }, row) => (
            <tr key={row}>
              {values.map((value, column) => (
                <td key={ledger.columns[column]?.id} class={typeof value === 'number' ? 'number' : ''}>
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
