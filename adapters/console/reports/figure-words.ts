import type { ConsoleWords } from '../languages/words.ts';

/** What a figure of a report is called, by its key: `turns` or `outcome:answered`; of what is not known the key itself. */
export function figureInWords(figure: string, words: ConsoleWords): string {
  const { rows, tickets } = words.reports;
  const whole: Readonly<Partial<Record<string, string>>> = {
    turns: rows.turns,
    press: words.report.sections.press,
    ...tickets.figures,
  };
  const split = figure.indexOf(':');
  const value = figure.slice(split + 1);
  return whole[figure] ?? (split === -1 ? figure : nameOf(figure.slice(0, split), value, words));
}

function nameOf(kind: string, value: string, words: ConsoleWords): string {
  const { rows } = words.reports;
  const byKind: Readonly<Partial<Record<string, Readonly<Partial<Record<string, string>>>>>> = {
    channel: { ...words.channels, erased: rows.erased },
    outcome: words.outcomes,
    topic: { ...words.topics, none: rows.noTopic },
    reply: words.punctuality,
    result: words.results,
    rating: words.ratings,
    case: words.report.heat,
    mood: words.report.moods,
    gaps: words.report.gaps,
    matter: words.matters,
    unanswered: words.matters,
    statement: words.statementFigures,
  };
  if (kind === 'finding') return rows.finding;
  if (kind === 'day') return rows.day(value);
  return byKind[kind]?.[value] ?? value;
}
