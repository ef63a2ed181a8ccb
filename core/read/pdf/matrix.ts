/** Transformations of the plane, as PDF writes them. */

export type Matrix = readonly [number, number, number, number, number, number];
export type Point = readonly [number, number];
export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** From six numbers, or one array of them. */
export function matrixOf(args: readonly unknown[]): Matrix {
  const [first] = args;
  const flat = Array.isArray(first) || ArrayBuffer.isView(first) ? [...(first as unknown as number[])] : args;
  const at = (index: number): number => {
    const value = flat[index];
    return typeof value === 'number' ? value : (IDENTITY[index] ?? 0);
  };
  return [at(0), at(1), at(2), at(3), at(4), at(5)];
}

export function times(left: Matrix, right: Matrix): Matrix {
  return [
    left[0] * right[0] + left[2] * right[1],
    left[1] * right[0] + left[3] * right[1],
    left[0] * right[2] + left[2] * right[3],
    left[1] * right[2] + left[3] * right[3],
    left[0] * right[4] + left[2] * right[5] + left[4],
    left[1] * right[4] + left[3] * right[5] + left[5],
  ];
}

export function applied(matrix: Matrix, x: number, y: number): Point {
  return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]];
}
