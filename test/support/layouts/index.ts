/** Every layout that the readers are tested with, and by which their accuracy is measured. */
import { cut } from './cut';
import type { Layout } from './layout';
import { national } from './national';
import { pasted } from './pasted';

export type { Layout } from './layout';

export const layouts: readonly Layout[] = [...national, ...cut, ...pasted];
