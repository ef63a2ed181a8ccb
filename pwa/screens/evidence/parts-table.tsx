import type { EvidencePart, Verification } from '../../../core/exchange/evidence';
import { type KeptEvidence, loadPart } from '../../db/index';
import { downloadBlob } from '../../exchange/download';
import { whenText } from '../../report-name';
import { t } from './t';

interface PartsTableProps {
  readonly kept: KeptEvidence;
  readonly result: Verification | null;
}

export function PartsTable({ kept, result }: PartsTableProps) {
  const states = new Map(result?.parts.map(({ part, state }) => [part.name, state]));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways on narrow screens, by keyboard too.
    <section class="parts-frame" tabIndex={0} aria-label={t('parts')}>
      <table class="parts">
        <thead>
          <tr>
            <th scope="col">{t('part.name')}</th>
            <th scope="col">{t('part.what')}</th>
            <th scope="col" class="number">
              {t('part.size')}
            </th>
            <th scope="col">{t('part.at')}</th>
            <th scope="col">{t('part.hash')}</th>
            {result === null ? null : <th scope="col">{t('part.state')}</th>}
          </tr>
        </thead>
        <tbody>
          {kept.manifest.parts.map((part) => {
            const state = states.get(part.name);
            return (
              <tr key={part.name}>
                <th scope="row">
                  <button
                    type="button"
                    class="plain"
                    aria-label={t('part.save', { name: part.name })}
                    onClick={() => void save(kept.id, part)}
                  >
                    {part.name}
                  </button>
                </th>
                <td>
                  {t(`kind.${part.kind}`, { table: part.table ?? '' })}
                  <Received part={part} />
                </td>
                <td class="number">{t('bytes', { count: part.size })}</td>
                <td class="nowrap">{whenText(part.at)}</td>
                <td>
                  <code>{part.sha256}</code>
                </td>
                {state === undefined ? null : (
                  <td>
                    <span class={`tag ${state === 'verified' ? 'ok' : 'error'}`}>{t(`state.${state}`)}</span>
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function Received({ part: { received } }: { readonly part: EvidencePart }) {
  if (received === undefined) return null;
  return (
    <ul class="quiet">
      <li>{t(`received.${received.from}`)}</li>
      <li>{t(`received.${received.tables}`)}</li>
    </ul>
  );
}

/** As bytes of no kind: what a page sent shall be saved, not opened here. */
async function save(id: string, { name }: EvidencePart): Promise<void> {
  const bytes = await loadPart(id, name);
  if (bytes !== null) downloadBlob(name, new Blob([bytes], { type: 'application/octet-stream' }));
}
