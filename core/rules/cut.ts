/** What page tools leave where they cut: […]. */
import { type Block, blockText } from '../document/document';

const CUT = /\[(?:…|\.{3,})\]/;

export function isCut(block: Block): boolean {
  return CUT.test(blockText(block));
}
