import type { PassagePart } from '../../knowledge/document.ts';

/** Parts under one heading path: an article, a section of a plan, rows of a table. Passages are packed inside it. */
export interface Section {
  readonly headings: readonly string[];
  /** Of the unit that it is, for a heading with nothing below it. */
  readonly address: string;
  readonly page: number | null;
  /** Parts that should stay together: a clause with its points, a table's section row with its rows. */
  readonly groups: readonly (readonly PassagePart[])[];
}

interface OpenSection {
  headings: readonly string[];
  readonly address: string;
  readonly page: number | null;
  readonly groups: PassagePart[][];
  /** Opened to go on after a table; nothing is lost when it stays empty. */
  readonly continues: boolean;
}

/** Sections in the order in which they are read. */
export interface SectionList {
  open(headings: readonly string[], page: number | null, address: string): void;
  /** Opens a section with the headings of the one before, for text after a table. */
  resume(headings: readonly string[], page: number | null): void;
  /** Adds a part to the open section. @param joins whether it stays with the part before it */
  add(part: PassagePart, page: number | null, joins: boolean): void;
  /** Adds a section that is complete. */
  push(section: Omit<Section, 'address'>): void;
  /** Replaces the headings of the open section, whose name went on. */
  rename(headings: readonly string[]): void;
  headings(): readonly string[] | null;
  /** The part added last to the open section, or `null`. */
  last(): PassagePart | null;
  all(): readonly Section[];
}

export function createSectionList(): SectionList {
  const sections: OpenSection[] = [];
  const start = (headings: readonly string[], page: number | null, continues: boolean, address = '') => {
    const section: OpenSection = { headings, address, page, groups: [], continues };
    sections.push(section);
    return section;
  };
  return {
    open: (headings, page, address) => void start(headings, page, false, address),
    resume: (headings, page) => void start(headings, page, true),
    add(part, page, joins) {
      const section = sections.at(-1) ?? start([], page, false);
      const group = section.groups.at(-1);
      if (joins && group !== undefined) group.push(part);
      else section.groups.push([part]);
    },
    push: (section) =>
      void sections.push({
        headings: section.headings,
        address: '',
        page: section.page,
        groups: section.groups.map((group) => [...group]),
        continues: false,
      }),
    rename(headings) {
      const section = sections.at(-1);
      if (section !== undefined) section.headings = headings;
    },
    headings: () => sections.at(-1)?.headings ?? null,
    last: () => sections.at(-1)?.groups.at(-1)?.at(-1) ?? null,
    all: () => sections.filter((section) => section.groups.length > 0 || !section.continues),
  };
}
