/** Where reading stands in the legal structure, and the addresses that follow from it. */
export interface Position {
  /** Headings above, outermost first, and the unit's own. */
  headings(own?: string | null): readonly string[];
  /** Address of the unit read: `["Phụ lục II", "Điều 5", "khoản 2"]` or `["mục I.2"]`, without points. */
  unit(): readonly string[];
  /** Address of a paragraph without a mark: in the point above when that only names what follows. */
  text(): readonly string[];
  /** The article's address without its clauses. */
  article(): readonly string[];
  /** The annex open, as addressed, or `null`. */
  annex(): string | null;
  isInArticle(): boolean;
  /** Whether a clause (or a numbered item of a plan that is text) is open, so that what follows stays with it. */
  isInClause(): boolean;
  isInPoint(): boolean;
  enterAnnex(label: string, heading: string): void;
  enterDivision(level: number, heading: string): void;
  /** Adds the name that stands on the line below to the heading entered last. */
  nameLast(name: string): void;
  enterArticle(number: string): void;
  /** «A.», «I.», «1.» outside of articles. @param heading its words when they head what follows, else `null` */
  enterListed(level: 'capital' | 'roman' | 'number', mark: string, heading: string | null): void;
  enterClause(number: string): void;
  /** @returns the point's address. @param isName whether the point only names what follows */
  enterPoint(letter: string, isName: boolean): readonly string[];
  /** @returns the dash's address. */
  enterDash(sign: string): readonly string[];
}

const LEVEL = { capital: 5, roman: 6, number: 7 } as const;

export function createPosition(): Position {
  let annex: { label: string; heading: string } | null = null;
  let divisions: { level: number; heading: string }[] = [];
  let article: string | null = null;
  let listed: { capital: string | null; roman: string | null; number: string | null } = nowhere();
  let isListedText = false;
  let clause: string | null = null;
  let point: { letter: string; isName: boolean } | null = null;
  let dash: { count: number; sign: string } = { count: 0, sign: '' };

  const closeClause = () => {
    clause = null;
    isListedText = false;
    closePoint();
  };
  const closePoint = () => {
    point = null;
    dash = { count: 0, sign: '' };
  };
  const leave = () => {
    article = null;
    listed = nowhere();
    closeClause();
  };
  const articleAddress = () => [
    ...(annex === null ? [] : [annex.label]),
    ...(article === null ? [] : [`Điều ${article}`]),
  ];
  const unit = () => {
    const marks = [listed.capital, listed.roman, listed.number].filter((mark) => mark !== null);
    return [
      ...articleAddress(),
      ...(article !== null || marks.length === 0 ? [] : [`mục ${marks.join('.')}`]),
      ...(clause === null ? [] : [`khoản ${clause}`]),
    ];
  };
  const inPoint = () => [...unit(), ...(point === null ? [] : [`điểm ${point.letter}`])];

  return {
    headings: (own = null) => [
      ...(annex === null || annex.heading === '' ? [] : [annex.heading]),
      ...divisions.map((division) => division.heading),
      ...(own === null ? [] : [own]),
    ],
    unit,
    text: () => (point?.isName ? inPoint() : unit()),
    article: articleAddress,
    annex: () => annex?.label ?? null,
    isInArticle: () => article !== null,
    isInClause: () => clause !== null || isListedText,
    isInPoint: () => point !== null,
    enterAnnex(label, heading) {
      annex = { label, heading };
      divisions = [];
      leave();
    },
    enterDivision(level, heading) {
      divisions = [...divisions.filter((division) => division.level < level), { level, heading }];
      leave();
    },
    nameLast(name) {
      const last = divisions.at(-1);
      if (last !== undefined)
        divisions = [...divisions.slice(0, -1), { ...last, heading: joinTitle(last.heading, name) }];
      else if (annex !== null) annex = { ...annex, heading: joinTitle(annex.heading, name) };
    },
    enterArticle(number) {
      article = number;
      listed = nowhere();
      divisions = divisions.filter((division) => division.level < LEVEL.capital);
      closeClause();
    },
    enterListed(level, mark, heading) {
      const depth = level === 'number' ? LEVEL.number + mark.split('.').length : LEVEL[level];
      article = null;
      closeClause();
      isListedText = heading === null;
      if (level === 'capital') listed = { capital: mark, roman: null, number: null };
      else if (level === 'roman') listed = { ...listed, roman: mark, number: null };
      else listed = { ...listed, number: mark };
      divisions = divisions.filter((division) => division.level < depth);
      if (heading !== null) divisions.push({ level: depth, heading });
    },
    enterClause(number) {
      clause = number;
      closePoint();
    },
    enterPoint(letter, isName) {
      closePoint();
      point = { letter, isName };
      return inPoint();
    },
    enterDash(sign) {
      // «+» under «-» belongs to it.
      const isBelow = sign === '+' && dash.count > 0 && dash.sign !== '+';
      if (!isBelow) dash = { count: dash.count + 1, sign };
      return [...inPoint(), `ý ${dash.count}`];
    },
  };
}

function nowhere() {
  return { capital: null, roman: null, number: null };
}

/** «Chương I» and «QUY ĐỊNH CHUNG» make «Chương I. QUY ĐỊNH CHUNG»; the lines of a title are one. */
function joinTitle(heading: string, name: string): string {
  const isLabel = /^(?:Phần|Chương|Mục|Tiểu mục|Phụ lục|Mẫu)(?:\s+(?:số|thứ))?(?:\s+\S+)?$/iu.test(heading);
  return isLabel ? `${heading}. ${name}` : `${heading} ${name}`;
}
