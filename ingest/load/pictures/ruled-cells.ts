import type { Rectangle } from './grey-picture.ts';
import type { Rules } from './rules.ts';

/** A table drawn with rules, in pixels. */
export interface RuledGrid {
  readonly bounds: Rectangle;
  /** Places of the rules between columns, the outer ones included; ascending. */
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  readonly cells: readonly RuledCell[];
  /** What it is drawn with. */
  readonly rules: readonly Rectangle[];
}

/** One cell; spans count columns and rows of the grid, and are over 1 for merged cells. */
export interface RuledCell {
  readonly column: number;
  readonly row: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  /** Inside its rules. */
  readonly inside: Rectangle;
}

/** Rules that end this far (inches) from another one touch it. */
const TOUCH = 0.06;

/** Tables among the rules of a page: two cells or more that rules close on every side. */
export function findGrids({ across, down }: Rules, dpi: number): readonly RuledGrid[] {
  const touch = Math.round(TOUCH * dpi);
  const groups = groupTouching([...across, ...down], touch);
  return groups
    .flatMap((group) => {
      const lying = group.filter((rule) => across.includes(rule));
      const standing = group.filter((rule) => down.includes(rule));
      return gridOf(lying, standing, touch) ?? [];
    })
    .sort((a, b) => a.bounds.top - b.bounds.top);
}

function groupTouching(rules: readonly Rectangle[], touch: number): readonly (readonly Rectangle[])[] {
  const groups: Rectangle[][] = [];
  for (const rule of rules) {
    const meets = groups.filter((group) => group.some((other) => overlap(rule, other, touch)));
    const merged = [rule, ...meets.flat()];
    for (const group of meets) groups.splice(groups.indexOf(group), 1);
    groups.push(merged);
  }
  return groups;
}

function overlap(a: Rectangle, b: Rectangle, touch: number): boolean {
  return (
    a.left <= b.right + touch && b.left <= a.right + touch && a.top <= b.bottom + touch && b.top <= a.bottom + touch
  );
}

function gridOf(lying: readonly Rectangle[], standing: readonly Rectangle[], touch: number): RuledGrid | null {
  const rows = places(lying.map((rule) => (rule.top + rule.bottom) / 2));
  const columns = places(standing.map((rule) => (rule.left + rule.right) / 2));
  if (rows.length < 2 || columns.length < 2 || rows.length * columns.length < 6) return null;

  const isRuledDown = (column: number, row: number) => {
    const middle = ((rows[row] ?? 0) + (rows[row + 1] ?? 0)) / 2;
    return standing.some(
      (rule) =>
        Math.abs((rule.left + rule.right) / 2 - (columns[column] ?? 0)) <= touch &&
        rule.top <= middle &&
        rule.bottom >= middle,
    );
  };
  const isRuledAcross = (column: number, row: number) => {
    const middle = ((columns[column] ?? 0) + (columns[column + 1] ?? 0)) / 2;
    return lying.some(
      (rule) =>
        Math.abs((rule.top + rule.bottom) / 2 - (rows[row] ?? 0)) <= touch &&
        rule.left <= middle &&
        rule.right >= middle,
    );
  };

  const taken = new Set<string>();
  const cells: RuledCell[] = [];
  for (let row = 0; row + 1 < rows.length; row += 1) {
    for (let column = 0; column + 1 < columns.length; column += 1) {
      if (taken.has(`${column},${row}`)) continue;
      let columnSpan = 1;
      while (column + columnSpan + 1 < columns.length && !isRuledDown(column + columnSpan, row)) columnSpan += 1;
      let rowSpan = 1;
      while (row + rowSpan + 1 < rows.length && !isRuledAcross(column, row + rowSpan)) rowSpan += 1;
      for (let y = row; y < row + rowSpan; y += 1)
        for (let x = column; x < column + columnSpan; x += 1) taken.add(`${x},${y}`);
      cells.push({ column, row, columnSpan, rowSpan, inside: inside(columns, rows, column, row, columnSpan, rowSpan) });
    }
  }
  if (cells.length < 2) return null;
  const bounds = {
    left: Math.floor(columns[0] ?? 0),
    right: Math.ceil(columns.at(-1) ?? 0) + 1,
    top: Math.floor(rows[0] ?? 0),
    bottom: Math.ceil(rows.at(-1) ?? 0) + 1,
  };
  return { bounds, columns, rows, cells, rules: [...lying, ...standing] };

  /** Rules at nearly the same place are one. */
  function places(values: readonly number[]): readonly number[] {
    const sorted = [...values].sort((a, b) => a - b);
    const groups: number[][] = [];
    for (const value of sorted) {
      const last = groups.at(-1);
      if (last !== undefined && value - (last[0] ?? 0) <= touch) last.push(value);
      else groups.push([value]);
    }
    return groups.map((group) => group.reduce((sum, value) => sum + value, 0) / group.length);
  }
}

function inside(
  columns: readonly number[],
  rows: readonly number[],
  column: number,
  row: number,
  columnSpan: number,
  rowSpan: number,
): Rectangle {
  return {
    left: Math.round(columns[column] ?? 0) + 1,
    right: Math.round(columns[column + columnSpan] ?? 0) - 1,
    top: Math.round(rows[row] ?? 0) + 1,
    bottom: Math.round(rows[row + rowSpan] ?? 0) - 1,
  };
}
