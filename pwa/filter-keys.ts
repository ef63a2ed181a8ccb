/** From a field that filters a list into the list: Enter and the arrow down, and Escape once the field is empty. */
export function intoList(event: KeyboardEvent & { readonly currentTarget: HTMLInputElement }): void {
  const { key, isComposing, currentTarget: field } = event;
  // Escape empties a field of search by itself.
  const leaves = key === 'Enter' || key === 'ArrowDown' || (key === 'Escape' && field.value === '');
  if (!leaves || isComposing) return;
  event.preventDefault();
  const list = field.closest('.screen')?.querySelector<HTMLElement>('[role=grid]');
  if (list === null || list === undefined) field.blur();
  else list.focus();
}
