import { useRef } from 'preact/hooks';
import { go } from '../../route';
import { t as ofApp } from '../../t';
import { showToast } from '../../ui/index';
import { importChecklist } from './checklist-file';
import { t } from './t';

export function ImportButton({ onFailure }: { readonly onFailure: (reason: string | null) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const take = async (file: File): Promise<void> => {
    const imported = await importChecklist(file);
    if (imported.state === 'failed') return onFailure(ofApp('named', { name: file.name, text: imported.reason }));
    onFailure(null);
    showToast(t(imported.state === 'added' ? 'import.added' : 'import.known', { name: imported.checklist.name }));
    go({ screen: 'checklists', id: imported.id });
  };
  return (
    <>
      <button type="button" onClick={() => input.current?.click()}>
        {t('import')}
      </button>
      <input
        ref={input}
        class="checklist-input"
        type="file"
        accept=".gouji,application/json"
        hidden
        aria-label={t('import')}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file !== undefined) void take(file);
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
