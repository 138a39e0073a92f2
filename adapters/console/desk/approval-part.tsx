import type { ProposedAnswer } from '../../../bot/conversation.ts';
import { momentInWords } from '../time-words.ts';
import { Sources } from './sources.tsx';
import { UseProposal } from './use-proposal.tsx';
import { REPLY } from './vietnamese.ts';

/** An answer that waits for a yes: sent as it is, put into the box to be changed, or dropped. Part of the reply's form. */
export function ApprovalPart(props: {
  readonly address: string;
  readonly proposal: ProposedAnswer;
  readonly now: number;
}) {
  const { address, proposal } = props;
  return (
    <section class="approval" aria-labelledby="approval-title">
      <h3 id="approval-title">{REPLY.approvalTitle}</h3>
      <p class="rule">{whenItLeaves(proposal, props.now)}</p>
      <p class="line-text proposal-text">{proposal.text}</p>
      <Sources id="approval" title={REPLY.approvalSources} citations={proposal.citations} />
      <input type="hidden" name="askedAt" value={proposal.askedAt} autocomplete="off" />
      <div class="desk-actions">
        <button
          class="button button-primary"
          id="approve"
          type="submit"
          formAction={`${address}/approve`}
          formNoValidate
        >
          {REPLY.approve}
        </button>
        <UseProposal address={address} words={REPLY.changeProposal} />
        <button class="button" id="drop" type="submit" formAction={`${address}/drop`} formNoValidate>
          {REPLY.drop}
        </button>
      </div>
    </section>
  );
}

function whenItLeaves({ sendsAt }: ProposedAnswer, now: number): string {
  if (sendsAt === null) return REPLY.approvalNever;
  return sendsAt <= now ? REPLY.approvalPast : REPLY.approvalLater(momentInWords(sendsAt));
}
