import { useEffect, useState } from 'preact/hooks';
import { folderState } from '../../exchange/folder/folder-state';
import { hasFolders, pickFolder } from '../../exchange/folder/shared-folder';
import type { Preview } from '../../exchange/incoming';
import { previewOf } from '../../exchange/open-incoming';
import { ErrorNote, showToast } from '../../ui/index';
import { FolderStatus } from './folder-status';
import { PreviewView } from './preview-view';
import { t } from './t';
import { useWho, WhoForm } from './who-form';

interface Candidate {
  readonly handle: FileSystemDirectoryHandle;
  readonly preview: Preview;
}

/** 共享文件夹: chosen once; what others say is shown before it is merged for the first time, and comes by itself from then on. */
export function FolderSection() {
  const [candidate, setCandidate] = useState<Candidate | null>(null);
  const [failure, setFailure] = useState('');
  const who = useWho();
  const now = folderState.value;
  useEffect(() => {
    // Nothing is loaded for those who share no folder until they come here.
    void import('../../exchange/folder/watch').catch(() => undefined);
  }, []);
  const choose = async (): Promise<void> => {
    setFailure('');
    try {
      const handle = await pickFolder();
      if (handle === null) return;
      const preview = await lookAt(handle);
      if (preview.preview.newOpinions.length === 0) await connectTo(handle);
      else setCandidate({ handle, preview });
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <section class="card stack" aria-labelledby="folder">
      <h2 id="folder">{t('folder.title')}</h2>
      <p>{t('folder.detail')}</p>
      {!hasFolders() && now.state === 'none' ? <p class="note info">{t('folder.unavailable')}</p> : null}
      {hasFolders() && now.state === 'none' && candidate === null ? (
        <div>
          <button type="button" onClick={() => who.withName(() => void choose())}>
            {t('folder.choose')}
          </button>
        </div>
      ) : null}
      {who.asking === null ? null : <WhoForm share={who.asking} onDone={who.done} />}
      {failure === '' ? null : (
        <ErrorNote title={t('folder.failed', { reason: failure })} onDismiss={() => setFailure('')} />
      )}
      {candidate === null ? null : (
        <PreviewView
          now={candidate.preview}
          onClose={(merged) => {
            setCandidate(null);
            if (merged) void connectTo(candidate.handle);
          }}
        />
      )}
      {now.state === 'none' ? null : <FolderStatus now={now} />}
    </section>
  );
}

async function lookAt(handle: FileSystemDirectoryHandle): Promise<Preview> {
  const { bundleOfFolder, wordsIn } = await import('../../exchange/folder/watch');
  const bundle = bundleOfFolder(await wordsIn(handle));
  return previewOf(t('folder.from', { name: handle.name }), { bundle, unreadable: 0, evidence: [], damaged: 0 });
}

async function connectTo(handle: FileSystemDirectoryHandle): Promise<void> {
  const { connect } = await import('../../exchange/folder/watch');
  await connect(handle).catch((error: unknown) => showToast(t('folder.failed', { reason: String(error) })));
}
