/** Every layout that the readers are tested with, and by which their accuracy is measured. */
import { columns } from './columns';
import { cut } from './cut';
import { disputes } from './disputes';
import { headings } from './headings';
import { joined } from './joined';
import type { Layout } from './layout';
import { lines } from './lines';
import { national } from './national';
import { pasted } from './pasted';

export type { Layout } from './layout';

export const layouts: readonly Layout[] = [
  ...national,
  ...headings,
  ...columns,
  ...lines,
  ...cut,
  ...disputes,
  ...joined,
  ...pasted,
];
