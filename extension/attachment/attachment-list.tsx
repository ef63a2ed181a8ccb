import { useEffect, useState } from 'preact/hooks';
import { explainFailure } from '../../core/index';
import { language } from '../../pwa/ui/index';
import type { PageReport } from '../messages';
import { t } from '../panel/t';
import type { Attachment } from './attachment-links';
import { AttachmentResult } from './attachment-result';
import { type AttachmentState, readAttachment } from './read-attachment';

interface AttachmentListProps {
  readonly tabId: number;
  readonly attachments: readonly Attachment[];
  readonly page: PageReport;
}

/** 附件: the files that a page offers beside its text, or in place of it. */
export function AttachmentList({ tabId, attachments, page }: AttachmentListProps) {
  const [states, setStates] = useState<Readonly<Record<string, AttachmentState>>>({});
  useEffect(() => setStates({}), [page.document.address]);
  const read = async (address: string): Promise<void> => {
    setStates((known) => ({ ...known, [address]: { kind: 'reading' } }));
    const state = await readAttachment(tabId, address, page.outcome);
    setStates((known) => ({ ...known, [address]: state }));
  };
  const only = page.outcome.form === null;
  return (
    <section class="statement attachments" aria-labelledby="attachments">
      <h2 id="attachments">{t(only ? 'attachments.only' : 'attachments.title', { count: attachments.length })}</h2>
      <p class="quiet">{t('attachments.text')}</p>
      <ul>
        {attachments.map((attachment) => (
          <li key={attachment.address} class="stack">
            <Row attachment={attachment} state={states[attachment.address]} only={only} onRead={read} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface RowProps {
  readonly attachment: Attachment;
  readonly state: AttachmentState | undefined;
  readonly only: boolean;
  readonly onRead: (address: string) => Promise<void>;
}

function Row({ attachment: { address, name, near }, state, only, onRead }: RowProps) {
  if (!near)
    return (
      <>
        <span>{name}</span>
        <span class="quiet">{t('attachments.far')}</span>
      </>
    );
  const busy = state?.kind === 'reading';
  return (
    <>
      <div class="row wrap between">
        <span>{name}</span>
        <button
          type="button"
          disabled={busy}
          aria-label={`${t(only ? 'attachments.read' : 'attachments.compare')}: ${name}`}
          onClick={() => void onRead(address)}
        >
          {t(only ? 'attachments.read' : 'attachments.compare')}
        </button>
      </div>
      <div role="status" class="stack">
        {busy ? <p class="quiet">{t('attachments.reading')}</p> : null}
        {state?.kind === 'failed' ? <p>{failureText(state.failure)}</p> : null}
        {state?.kind === 'read' ? <AttachmentResult report={state.report} compared={state.compared} /> : null}
      </div>
    </>
  );
}

function failureText(failure: Extract<AttachmentState, { kind: 'failed' }>['failure']): string {
  switch (failure.code) {
    case 'http':
      return t('attachments.http', { status: failure.status });
    case 'too-large':
    case 'network':
    case 'no-report':
      return t(`attachments.${failure.code}`);
    case 'gone':
      return t('attachments.gone');
    case 'read':
      return explainFailure(failure.failure, language.value);
    case 'crashed':
      return t('failed.text', { reason: failure.reason });
    default:
      return t('attachments.no-report');
  }
}
