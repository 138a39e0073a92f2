import type { ComponentChildren } from 'preact';
import type { GapQuestion } from '../../../bot/gaps/gap.ts';
import type { BoardRow } from '../../../bot/gaps/gap-board.ts';
import type { GapProblem, WrittenAnswer } from '../../../bot/gaps/gap-changes.ts';
import type { Rating } from '../../../bot/gaps/rating.ts';
import { FormToken } from '../layout.tsx';
import type { SignedIn } from '../sessions.ts';
import type { GAPS } from './vietnamese.ts';

export type GapNotice = keyof typeof GAPS.notices;

/** What the page of a gap shows. */
export interface GapPage {
  readonly signedIn: SignedIn;
  readonly row: BoardRow;
  /** Every question of the gap. */
  readonly own: readonly GapQuestion[];
  /** Every other gap on the board. */
  readonly others: readonly BoardRow[];
  /** Gaps that staff put into this one. */
  readonly parts: readonly BoardRow[];
  /** What citizens said of answers to them that were not right. */
  readonly bad: readonly Rating[];
  /** Display names by log-in name. */
  readonly names: ReadonlyMap<string, string>;
  readonly done: GapNotice | null;
  readonly problem: GapProblem | null;
  /** What to show again in a form that was refused. */
  readonly written: WrittenAnswer | null;
  /** The ticket of the draft that the form was begun with; empty: none. */
  readonly draft: string;
}

/** A form of one step; it says which version of the gap was read. */
export function StepForm(props: {
  readonly page: GapPage;
  readonly step:
    | 'own'
    | 'dismiss'
    | 'take-up'
    | 'answer'
    | 'approve'
    | 'return'
    | 'withdraw'
    | 'drop-draft'
    | 'merge'
    | 'unmerge'
    | 'split';
  readonly children: ComponentChildren;
}) {
  const { gap } = props.page.row;
  return (
    <form method="post" action={`/staff/gaps/${encodeURIComponent(gap.id)}/${props.step}`} autocomplete="off">
      <FormToken signedIn={props.page.signedIn} />
      <input type="hidden" name="seen" value={gap.version} autocomplete="off" />
      {props.children}
    </form>
  );
}
