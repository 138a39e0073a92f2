import type { Ticket } from '../../../bot/conversation.ts';
import { TIMES } from '../inbox/vietnamese.ts';
import { momentInWords } from '../time-words.ts';
import { VARIABLES, type Variable } from './variable-names.ts';

/** Values of the variables in one conversation; `''` where nobody knows it. */
export type VariableValues = Readonly<Record<Variable, string>>;

const PLACE = /\{\{\s*(?<name>[^{}]*?)\s*\}\}/gu;

/** Names that a text leaves open, each once, in their order; also those that no variable has. */
export function variablesIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(PLACE)].map((match) => match.groups?.['name'] ?? ''))];
}

/** Of {@link variablesIn} those that no variable has. */
export function unknownVariables(text: string): readonly string[] {
  return variablesIn(text).filter((name) => !isVariable(name));
}

/** The text with every known value in its place; what is unknown or empty stays as it is written. */
export function fillVariables(text: string, values: VariableValues): string {
  return text.replace(PLACE, (written, name: string) => (isVariable(name) && values[name]) || written);
}

/** What the variables stand for in the matter of a ticket. */
export function variableValues(
  ticket: Pick<Ticket, 'number' | 'dueAt'>,
  citizenName: string | undefined,
  staffName: string,
): VariableValues {
  return {
    ten: citizenName?.trim() ?? '',
    so_phieu: String(ticket.number),
    han_tra_loi: ticket.dueAt === null ? '' : momentInWords(ticket.dueAt, TIMES),
    can_bo: staffName,
  };
}

function isVariable(name: string): name is Variable {
  return VARIABLES.some((variable) => variable === name);
}
