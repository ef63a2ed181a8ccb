import { Dialog } from '../dialog';
import { t as ofApp } from '../t';
import { helpOpen } from './help-open';
import { t } from './t';

const KEYS = [
  ['J K ↓ ↑', 'move'],
  ['1 2 3 4 0', 'status'],
  ['M', 'note'],
  ['Ctrl Z U', 'undo'],
  ['[ ]', 'tab'],
  ['N P', 'report'],
  ['/', 'search'],
  ['O', 'open'],
  ['Ctrl V', 'paste'],
  ['Space Shift ↓', 'tick'],
  ['G', 'list'],
  ['B', 'batch'],
  ['?', 'help'],
] as const;

export function HelpDialog() {
  const close = (): void => {
    helpOpen.value = false;
  };
  return (
    <Dialog title={ofApp('help.title')} onClose={close}>
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
        {ofApp('dialog.close')}
      </button>
    </Dialog>
  );
}
