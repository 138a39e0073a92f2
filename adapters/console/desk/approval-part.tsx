import type { ProposedAnswer, Ticket } from '../../../bot/conversation.ts';
import { useWords } from '../languages/use-words.tsx';
import { durationInWords, momentInWords } from '../time-words.ts';
import { Sources } from './sources.tsx';
import { UseProposal } from './use-proposal.tsx';

/**
 * An answer that waits for a yes: sent as it is, put into the box to be changed, or dropped, by whoever holds the ticket where
 * anybody does. Part of the reply's form.
 */
export function ApprovalPart(props: {
  readonly address: string;
  readonly proposal: ProposedAnswer;
  readonly holder: Ticket['assignee'];
  /** Whether whoever looks may decide on it. */
  readonly mayDecide: boolean;
  readonly now: number;
}) {
  const words = useWords();
  const { address, proposal } = props;
  return (
    <section class="approval" aria-labelledby="approval-title">
      <h3 id="approval-title">{words.reply.approvalTitle}</h3>
      <p class="rule">
        <WhenItLeaves {...props} />
      </p>
      <p class="line-text proposal-text" lang="vi">
        {proposal.text}
      </p>
      <Sources id="approval" title={words.reply.approvalSources} citations={proposal.citations} />
      <input type="hidden" name="askedAt" value={proposal.askedAt} autocomplete="off" />
      {props.mayDecide ? <Decisions address={address} /> : null}
    </section>
  );
}

function Decisions({ address }: { readonly address: string }) {
  const words = useWords();
  return (
    <div class="desk-actions">
      <button class="button button-primary" id="approve" type="submit" formAction={`${address}/approve`} formNoValidate>
        {words.reply.approve}
      </button>
      <UseProposal address={address} words={words.reply.changeProposal} />
      <button class="button" id="drop" type="submit" formAction={`${address}/drop`} formNoValidate>
        {words.reply.drop}
      </button>
    </div>
  );
}

/** Who holds the ticket decides alone; else it leaves in its time, which the page's own module counts down. */
function WhenItLeaves({ proposal: { sendsAt }, holder, mayDecide, now }: Parameters<typeof ApprovalPart>[0]) {
  const { reply, times, windowUnits } = useWords();
  if (sendsAt === null) return reply.approvalNever;
  if (holder !== null) return mayDecide ? reply.approvalYours : reply.approvalTaken;
  if (sendsAt <= now) return reply.approvalPast;
  return (
    <>
      {reply.approvalIn}{' '}
      <span class="window-clock" data-until={sendsAt} data-units={windowUnits}>
        {durationInWords(sendsAt - now, times)}
      </span>{' '}
      {reply.approvalLater(momentInWords(sendsAt, times))}
    </>
  );
}
