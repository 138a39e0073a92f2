import type { Ticket } from '../../bot/conversation.ts';
import { type Target, targetKey } from '../../bot/routing.ts';
import { DraftArea } from './drafts.tsx';
import { useWords } from './languages/use-words.tsx';
import { FormToken } from './layout.tsx';
import type { SignedIn } from './sessions.ts';

const KINDS: readonly Target['kind'][] = ['duty', 'role', 'group', 'person'];

/** Whom a ticket can be passed to, and their display names by log-in name. */
export interface TransferChoices {
  readonly targets: readonly Target[];
  readonly names: ReadonlyMap<string, string>;
}

/** Passes a ticket on, with a note to whoever gets it. */
export function TransferForm(props: {
  readonly ticket: Ticket;
  readonly signedIn: SignedIn;
  readonly choices: TransferChoices;
}) {
  const words = useWords();
  const { ticket, signedIn, choices } = props;
  return (
    <details class="panel close">
      <summary>{words.transfer.title}</summary>
      <form method="post" action={`/staff/tickets/${encodeURIComponent(ticket.id)}/transfer`} autocomplete="off">
        <p class="rule">{words.transfer.lead}</p>
        <FormToken signedIn={signedIn} />
        <label for="transfer-to">{words.transfer.to}</label>
        <select id="transfer-to" name="to" required>
          {KINDS.map((kind) => {
            const targets = choices.targets.filter((target) => target.kind === kind);
            return targets.length === 0 ? null : (
              <optgroup key={kind} label={words.transfer.kinds[kind]}>
                {targets.map((target) => (
                  <option key={targetKey(target)} value={targetKey(target)}>
                    {targetInWords(target, choices)}
                  </option>
                ))}
              </optgroup>
            );
          })}
        </select>
        <label for="transfer-note">{words.transfer.note}</label>
        <DraftArea
          id="transfer-note"
          name="note"
          rows={3}
          maxLength={1000}
          draft={`transfer:${signedIn.account.name}:${ticket.id}`}
          clearedBy="transferred"
        />
        <button class="button wide" type="submit">
          {words.transfer.submit}
        </button>
      </form>
    </details>
  );
}

function targetInWords(target: Target, { names }: Pick<TransferChoices, 'names'>): string {
  const words = useWords();
  switch (target.kind) {
    case 'person':
      return names.get(target.name) ?? target.name;
    case 'role':
      return words.roles[target.role];
    case 'group':
      return target.group;
    case 'duty':
      return words.transfer.duty;
  }
}

/** A kept target in words; one that no longer exists as it was kept. */
export function keyInWords(key: string, choices: TransferChoices): string {
  const target = choices.targets.find((one) => targetKey(one) === key);
  return target === undefined ? key.replace(/^\w+:/, '') : targetInWords(target, choices);
}
