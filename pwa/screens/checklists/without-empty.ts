import type { Checklist } from '../../../core/index';

/** Rows that nothing was typed into are none. */
export function withoutEmpty({ ownForms = [], ...checklist }: Checklist): Checklist {
  return {
    ...checklist,
    ...(ownForms.length === 0 ? {} : { ownForms }),
    name: checklist.name.trim(),
    relations: checklist.relations.filter(({ text }) => text.trim() !== ''),
    manual: checklist.manual.filter(({ text }) => text.trim() !== ''),
  };
}
