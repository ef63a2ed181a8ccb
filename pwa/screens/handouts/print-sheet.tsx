import { useEffect } from 'preact/hooks';
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
  return (
    <div class="print-sheet" lang={ledger.language}>
      <h2>{ledger.title}</h2>
      <p>{ledger.scope}</p>
      <table>
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
