/** A checklist as a file of its own, as the command line takes it. What comes in takes the way of all that is shared. */
import { writeChecklist } from '../../../core/exchange/checklist';
import type { Checklist } from '../../../core/index';
import { download } from '../../exchange/download';
import { t } from './t';

export function exportChecklist(checklist: Checklist): void {
  const name = `${checklist.name}-${checklist.version}`.replace(/[\\/:*?"<>|\s]+/g, ' ').slice(0, 80);
  download(t('file.name', { name }), writeChecklist(checklist), 'application/json');
}
