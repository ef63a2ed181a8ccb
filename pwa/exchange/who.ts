/** Who a person is to colleagues: a name, asked for once, and a random id that stays when the name changes. */
import { loadSetting, randomId, saveSetting } from '../db/index';

/** True while nobody has been asked and there is no name. */
export async function isUnasked(): Promise<boolean> {
  return (await loadSetting('author')) === '' && (await loadSetting('asked')) === '';
}

export async function answer(name: string): Promise<void> {
  // A store that keeps nothing will ask again; the opinions say so themselves.
  await saveSetting('asked', 'yes');
  if (name !== '') await saveSetting('author', name);
}

/** Made when it is first needed. */
export async function personId(): Promise<string> {
  const kept = await loadSetting('person');
  if (kept !== '') return kept;
  const id = randomId();
  await saveSetting('person', id);
  return id;
}
