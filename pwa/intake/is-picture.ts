import type { IntakeFailure } from '../db/index';

/** A picture, or a PDF of nothing but pictures: there is nothing to read, but a person can. */
export function isPicture(failure: IntakeFailure | undefined): boolean {
  if (failure?.code !== 'read') return false;
  const { code, kind } = failure.failure;
  return code === 'scan' || (code === 'unsupported' && kind === 'image');
}
