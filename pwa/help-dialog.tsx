import { signal } from '@preact/signals';
import { Dialog } from './dialog';
import { t } from './t';

export const helpOpen = signal(false);

const KEYS = [
  ['J K ↓ ↑', 'help.move'],
  ['1 2 3 4 0', 'help.status'],
  ['M', 'help.note'],
  ['Ctrl Z U', 'help.undo'],
  ['[ ]', 'help.tab'],
  ['N P', 'help.report'],
  ['/', 'help.search'],
  ['O', 'help.open'],
  ['Ctrl V', 'help.paste'],
  ['Space Shift ↓', 'help.tick'],
  ['G', 'help.list'],
  ['B', 'help.batch'],
  ['?', 'help.help'],
] as const;

export function HelpDialog() {
  const close = (): void => {
    helpOpen.value = false;
  };
  if (!helpOpen.value) return null;
  return (
    <Dialog title={t('help.title')} onClose={close}>
      <table class="keys">
        <tbody>
          {KEYS.map(([keys, text]) => (
            <tr key={text}>
              <th scope="row">
                {keys.split(' ').map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </th>
              <td>{t(text)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <button type="button" onClick={close}>
        {t('dialog.close')}
      </button>
    </Dialog>
  );
}
