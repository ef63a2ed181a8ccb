import { storageText } from '../../failure-text';
import { t as ofApp } from '../../t';
import { showToast } from '../../ui/toasts';
import type { Trouble } from '../intake-state';
import { t } from './t';

/** 对照录入 of a file that is a picture. */
export function EnterButton({ file }: { readonly file: Pick<Trouble, 'id' | 'name'> }) {
  const enter = async (): Promise<void> => {
    const { enterFromQueue } = await import('../../screens/entry/enter-from-queue');
    const entered = await enterFromQueue(file);
    if (!entered.ok) showToast(storageText(entered.error));
  };
  return (
    <button
      type="button"
      class="main"
      aria-label={t('enter.named', { name: file.name })}
      onClick={() => {
        enter().catch(() => showToast(ofApp('app.chunk.detail')));
      }}
    >
      {t('enter')}
    </button>
  );
}
