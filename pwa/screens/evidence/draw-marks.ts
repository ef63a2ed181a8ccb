/** Boxes around the cells of findings, on a copy of a sealed picture. Colours as on the page, in every theme. */
import type { Places } from '../../../core/exchange/evidence';
import type { Outcome } from '../../../core/index';

const COLOURS = { error: '#b3261e', warning: '#8a5a00', info: '#2a5a8c' } as const;
const LINE = 2;

export function drawMarks(
  context: CanvasRenderingContext2D,
  { cells }: Places[number],
  { findings }: Pick<Outcome, 'findings'>,
): void {
  // The heavier are drawn last, on top.
  for (const severity of ['info', 'warning', 'error'] as const)
    for (const finding of findings) {
      if (finding.severity !== severity) continue;
      const wrong = finding.suspects.length > 0 ? finding.suspects.map(({ cell }) => cell) : finding.cells;
      context.strokeStyle = COLOURS[severity];
      context.lineWidth = LINE;
      // As on the page: dashed where it is one of several.
      context.setLineDash(finding.repairs.length > 1 ? [6, 4] : []);
      for (const cell of wrong) {
        const place = cells[cell];
        if (place === undefined) continue;
        const [x, y, width, height] = place;
        context.strokeRect(x + LINE / 2, y + LINE / 2, width - LINE, height - LINE);
      }
    }
}
